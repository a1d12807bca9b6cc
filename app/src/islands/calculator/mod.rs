//! The calculator: what a calculation comes to while one types, by the same code that the server works it out with.

mod cumulative;
mod live;
mod plot;
mod results;
mod sheet;
mod shown;
mod tornado;
mod words;
mod years;

use std::time::Duration;

use domain::calculation::verdict::Verdict;
use domain::calculation::{AmountUnit, Evaluation, Scenario, Scope};
use leptos::ev;
use leptos::prelude::*;
use text::Lang;

pub use live::Start;
pub use plot::Axis;
pub use sheet::{BENEFITS, COSTS, Sheet, SheetWords};
pub use shown::Shown;
pub use words::{Words, filled};

use super::is_inside;

/// How long typing rests before it is worked out.
const REST: Duration = Duration::from_millis(120);

/// Key figures, charts and years of a calculation. Without a script it shows what is stored; with one it follows the
/// form, and says that what it shows is not saved. Where a field cannot be read the last figures stay.
#[island]
pub fn Calculator(
    /// Id of the form that is followed; empty where nobody writes.
    form: String,
    /// The calculation as stored.
    start: Start,
    /// What is said.
    words: Words,
    /// The form, where there is one: the result stays in sight while one writes in it.
    children: Children,
) -> impl IntoView {
    let shown = Shown {
        lang: Lang::from_code(&start.lang).unwrap_or_default(),
        unit: AmountUnit::from_code(&start.unit).unwrap_or_default(),
    };
    let words = StoredValue::new(words);
    let writes = !form.is_empty();
    let (ready, set_ready) = signal(false);
    let evaluation = RwSignal::new(start.evaluation());
    // None as long as nobody has typed; else how many fields are to be mended.
    let faulty: RwSignal<Option<usize>> = RwSignal::new(None);
    let waiting: StoredValue<Option<TimeoutHandle>> = StoredValue::new(None);
    Effect::new(move |_| {
        let (form, start) = (form.clone(), start.clone());
        if form.is_empty() {
            set_ready.set(true);
            return;
        }
        let inside = format!("#{form}");
        let follow = move || match live::form(&form, shown.lang).map(|typed| start.evaluation_of(&typed)) {
            Some(Ok(new)) => {
                evaluation.set(Some(new));
                faulty.set(Some(0));
            }
            Some(Err(count)) => faulty.set(Some(count)),
            None => {}
        };
        let typed = window_event_listener(ev::input, move |event| {
            if !is_inside(&event, &inside) {
                return;
            }
            if let Some(before) = waiting.get_value() {
                before.clear();
            }
            waiting.set_value(set_timeout_with_handle(follow.clone(), REST).ok());
        });
        on_cleanup(move || typed.remove());
        set_ready.set(true);
    });
    let said = move || {
        let state = match faulty.get() {
            None => String::new(),
            Some(0) => words.with_value(|words| words.unsaved.clone()),
            Some(count) => words.with_value(|words| filled(&words.faulty, &[&count.to_string()])),
        };
        let nnv = evaluation.with(|evaluation| {
            let all = evaluation
                .as_ref()
                .filter(|all| Verdict::of(all) != Verdict::Empty)?;
            words.with_value(|words| Some(net(all, words, shown)))
        });
        [nnv.unwrap_or_default(), state].join(" ").trim().to_owned()
    };
    let drawn = move |draw: fn(&Evaluation, &Words, Shown) -> AnyView| {
        move || {
            evaluation.with(|evaluation| {
                let all = evaluation
                    .as_ref()
                    .filter(|all| Verdict::of(all) != Verdict::Empty);
                all.map(|evaluation| words.with_value(|words| draw(evaluation, words, shown)))
            })
        }
    };
    view! {
        <div class="calculator" data-island=move || ready.get().then_some("ready")>
            {children()}
            {writes.then(|| view! { <p class="live" role="status">{said}</p> })}
            {drawn(results::results)}
            <div class="split even">
                {drawn(cumulative::cumulative)}
                {drawn(tornado::tornado)}
                {drawn(results::range)}
            </div>
            {drawn(years::years)}
        </div>
    }
}

/// Net present value of both scopes, all as likely, in a sentence.
fn net(evaluation: &Evaluation, words: &Words, shown: Shown) -> String {
    let [financial, both] = Scope::ALL.map(|scope| {
        let key = evaluation
            .results
            .get(&scope)
            .and_then(|all| all.get(&Scenario::Likely));
        key.map(|key| shown.amount(key.nnv)).unwrap_or_default()
    });
    filled(&words.net_present, &[&financial, &both, &words.unit])
}

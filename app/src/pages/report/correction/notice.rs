//! What a report's page says of its corrections: at the top, and in each section that one concerns. The text of the
//! report stays as it was decided.

use ::text::{number, report as said};
use domain::report::comment::ReportSection;
use domain::report::correction::{ReportCorrection, in_force};
use leptos::prelude::*;

use crate::components::icon::{Icon, Symbol};
use crate::components::links::{self, area_anchor};
use crate::components::prose::Paragraphs;
use crate::pages::report::document::Doc;

/// The corrections that hold, by number.
fn holding<'a>(doc: Doc<'a>) -> impl Iterator<Item = (i32, &'a ReportCorrection)> {
    let holds = in_force(doc.corrections);
    let numbered = doc
        .corrections
        .iter()
        .filter_map(|one| Some((one.number()?, one)));
    numbered.filter(move |(number, _)| holds.contains(number))
}

/// Where a section begins; the whole report begins at the top.
fn anchor(section: &ReportSection) -> Option<String> {
    use domain::report::ChapterKey as C;
    Some(match section {
        ReportSection::Whole => return None,
        ReportSection::Chapter(C::Foreword) => "k0".to_owned(),
        ReportSection::Chapter(C::Background) => "k1".to_owned(),
        ReportSection::Chapter(C::Method) => "k2".to_owned(),
        ReportSection::Chapter(C::Summary | C::Observations) => "k3".to_owned(),
        ReportSection::Area(number) => area_anchor(number),
        ReportSection::Sources => "k24".to_owned(),
        ReportSection::Scope => "k4".to_owned(),
        ReportSection::Appendices => "ka".to_owned(),
    })
}

/// That something in the report was corrected, and where.
pub(in crate::pages::report) fn at_the_top(doc: Doc) -> Option<AnyView> {
    let lang = doc.lang;
    let count = doc.corrections.len();
    if count == 0 {
        return None;
    }
    let items: Vec<_> = holding(doc)
        .map(|(number, one)| {
            let area = match &one.section {
                ReportSection::Area(number) => {
                    let mut areas = doc.model.areas.iter();
                    areas.find(|section| section.area.number == *number)
                }
                _ => None,
            };
            let area = area.map(|section| section.area.name.as_str());
            let section = said::section(lang, &one.section, area);
            let place = match anchor(&one.section) {
                Some(anchor) => view! { <a href=format!("#{anchor}")>{section}</a> }.into_any(),
                None => section.into_any(),
            };
            view! { <li>{said::correction_name(lang, number)} ": " {place}</li> }
        })
        .collect();
    let args = [("count", count.into()), ("n", number::len(lang, count).into())];
    let all = doc.linked.then(|| {
        let all = links::report_corrections(doc.model.report.id);
        view! { <p><a href=all>{lang.t("correction-notice-all")}</a></p> }
    });
    Some(
        view! {
            <div class="correction" role="note">
                <Icon symbol=Symbol::Weak />
                <div>
                    <p><b>{lang.t_with("correction-notice", &args)}</b> " " {lang.t("correction-notice-text")}</p>
                    <ul class="bullets">{items}</ul>
                    {all}
                </div>
            </div>
            {in_section(doc, &ReportSection::Whole)}
        }
        .into_any(),
    )
}

/// The corrections that concern a section, where it begins; those of the whole report stand at the top. Where the
/// document stands alone, nothing leads from them.
pub(in crate::pages::report) fn in_section(doc: Doc, section: &ReportSection) -> Vec<AnyView> {
    let lang = doc.lang;
    holding(doc)
        .filter(|(_, one)| one.section == *section)
        .map(|(number, one)| {
            let name = said::correction_name(lang, number);
            let heading = if doc.linked {
                let all = links::report_corrections(doc.model.report.id);
                view! { <a href=format!("{all}#rattelse-{number}")>{name}</a> }.into_any()
            } else {
                name.into_any()
            };
            view! {
                <div class="correction" role="note">
                    <Icon symbol=Symbol::Weak />
                    <div>
                        <p><b>{heading}</b></p>
                        <dl class="terms">
                            <div>
                                <dt>{lang.t("correction-wrong")}</dt>
                                <dd>
                                    <Paragraphs text=one.wrong.clone() />
                                </dd>
                            </div>
                            <div>
                                <dt>{lang.t("correction-correct")}</dt>
                                <dd>
                                    <Paragraphs text=one.correct.clone() />
                                </dd>
                            </div>
                        </dl>
                    </div>
                </div>
            }
            .into_any()
        })
        .collect()
}

//! Icons: one sprite per page, and references into it.

use leptos::prelude::*;

/// A symbol of the sprite.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is named after what it means")]
pub enum Symbol {
    Ok,
    Half,
    Early,
    Plan,
    None,
    Open,
    Down,
    Gap,
    Weak,
    Done,
    Partly,
    Running,
    Draft,
    Sent,
    Cancelled,
    Ticked,
    Unticked,
    Search,
    Next,
    Prev,
    Close,
    Menu,
    Up,
    Sort,
}

impl Symbol {
    /// The reference that `use` takes.
    pub fn href(self) -> &'static str {
        match self {
            Self::Ok => "#i-ok",
            Self::Half => "#i-half",
            Self::Early => "#i-early",
            Self::Plan => "#i-plan",
            Self::None => "#i-none",
            Self::Open => "#i-open",
            Self::Down => "#i-down",
            Self::Gap => "#i-gap",
            Self::Weak => "#i-weak",
            Self::Done => "#i-st-done",
            Self::Partly => "#i-st-part",
            Self::Running => "#i-st-run",
            Self::Draft => "#i-st-draft",
            Self::Sent => "#i-st-sent",
            Self::Cancelled => "#i-st-cancelled",
            Self::Ticked => "#i-ticked",
            Self::Unticked => "#i-unticked",
            Self::Search => "#i-search",
            Self::Next => "#i-next",
            Self::Prev => "#i-prev",
            Self::Close => "#i-close",
            Self::Menu => "#i-menu",
            Self::Up => "#i-up",
            Self::Sort => "#i-sort",
        }
    }
}

/// An icon. It always stands beside text that says the same, so it is hidden from screen readers.
#[component]
pub fn Icon(
    /// Which symbol.
    symbol: Symbol,
) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            <use href=symbol.href()></use>
        </svg>
    }
}

/// The mark of the product.
#[component]
pub fn BrandMark() -> impl IntoView {
    view! {
        <svg class="brand-mark" viewBox="0 0 28 28" aria-hidden="true" focusable="false">
            <path class="m1" d="M3 25v-7h4v7z"></path>
            <path class="m2" d="M12 25V11h4v14z"></path>
            <path class="m3" d="M21 25V3h4v22z"></path>
        </svg>
    }
}

/// All symbols and patterns. Once in every document, before anything that refers to it.
#[component]
pub fn Sprite() -> impl IntoView {
    view! { <svg class="sprite" aria-hidden="true" focusable="false" inner_html=SPRITE></svg> }
}

const SPRITE: &str = concat!(
    r##"<defs><pattern id="p-hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="pat-bg" width="5" height="5"/><rect class="pat-ink" width="1.6" height="5"/></pattern><pattern id="p-dots" width="5" height="5" patternUnits="userSpaceOnUse"><circle class="pat-ink" cx="2.5" cy="2.5" r="1"/></pattern></defs>"##,
    r##"<symbol id="b1" viewBox="0 0 16 16"><circle class="ring" cx="8" cy="8" r="6.75"/></symbol>"##,
    r##"<symbol id="b2" viewBox="0 0 16 16"><circle class="ring" cx="8" cy="8" r="6.75"/><path d="M8 8V1.25A6.75 6.75 0 0 1 14.75 8Z"/></symbol>"##,
    r##"<symbol id="b3" viewBox="0 0 16 16"><circle class="ring" cx="8" cy="8" r="6.75"/><path d="M8 1.25A6.75 6.75 0 0 1 8 14.75Z"/></symbol>"##,
    r##"<symbol id="b4" viewBox="0 0 16 16"><circle class="ring" cx="8" cy="8" r="6.75"/><path d="M8 8V1.25A6.75 6.75 0 1 1 1.25 8Z"/></symbol>"##,
    r##"<symbol id="b5" viewBox="0 0 16 16"><circle class="ring" cx="8" cy="8" r="6.75"/><circle cx="8" cy="8" r="6.75"/></symbol>"##,
    r##"<symbol id="i-ok" viewBox="0 0 16 16"><path class="st" d="M2.5 8.5l3.5 3.5 7.5-8"/></symbol>"##,
    r##"<symbol id="i-half" viewBox="0 0 16 16"><path class="st" d="M2 9.5c2-3.5 4-3.5 6-1.5s4 2 6-1.5"/></symbol>"##,
    r##"<symbol id="i-early" viewBox="0 0 16 16"><circle class="st" cx="8" cy="8" r="6"/><path class="st" d="M8 4.5V8l2.5 2"/></symbol>"##,
    r##"<symbol id="i-plan" viewBox="0 0 16 16"><path class="st" d="M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2v3M10.5 2v3"/></symbol>"##,
    r##"<symbol id="i-none" viewBox="0 0 16 16"><path class="st" d="M3 8h10"/></symbol>"##,
    r##"<symbol id="i-open" viewBox="0 0 16 16"><path class="st" d="M5.5 6a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.6M8 12.5v.1"/></symbol>"##,
    r##"<symbol id="i-down" viewBox="0 0 16 16"><path class="st" d="M2.5 4l5 5 2-2 4 4.5M13.5 7.5v4h-4"/></symbol>"##,
    r##"<symbol id="i-gap" viewBox="0 0 16 16"><circle class="st dash" cx="8" cy="8" r="6"/></symbol>"##,
    r##"<symbol id="i-weak" viewBox="0 0 16 16"><path class="st" d="M8 2.5L14.5 13.5h-13zM8 6.5v3.5M8 11.7v.3"/></symbol>"##,
    r##"<symbol id="i-st-done" viewBox="0 0 16 16"><rect class="fl" x="3" y="3" width="10" height="10" rx="1"/></symbol>"##,
    r##"<symbol id="i-st-part" viewBox="0 0 16 16"><rect class="st" x="3" y="3" width="10" height="10" rx="1"/><path class="fl" d="M3 13V3h5v10z"/></symbol>"##,
    r##"<symbol id="i-st-run" viewBox="0 0 16 16"><path class="fl" d="M4.5 3l8 5-8 5z"/></symbol>"##,
    r##"<symbol id="i-st-draft" viewBox="0 0 16 16"><path class="st" d="M3 13l.7-3L11 2.7l2.3 2.3L6 12.3z"/></symbol>"##,
    r##"<symbol id="i-st-sent" viewBox="0 0 16 16"><path class="st" d="M2.5 8h10M9 4.5L12.5 8 9 11.5"/></symbol>"##,
    r##"<symbol id="i-st-cancelled" viewBox="0 0 16 16"><rect class="st" x="3" y="3" width="10" height="10" rx="1"/><path class="st" d="M3.5 12.5l9-9"/></symbol>"##,
    r##"<symbol id="i-ticked" viewBox="0 0 16 16"><rect class="st" x="1.75" y="1.75" width="12.5" height="12.5"/><path class="st" d="M4.5 4.5l7 7M11.5 4.5l-7 7"/></symbol>"##,
    r##"<symbol id="i-unticked" viewBox="0 0 16 16"><rect class="st" x="1.75" y="1.75" width="12.5" height="12.5"/></symbol>"##,
    r##"<symbol id="i-search" viewBox="0 0 16 16"><circle class="st" cx="7" cy="7" r="4.5"/><path class="st" d="M10.5 10.5L14 14"/></symbol>"##,
    r##"<symbol id="i-next" viewBox="0 0 16 16"><path class="st" d="M6 3l5 5-5 5"/></symbol>"##,
    r##"<symbol id="i-prev" viewBox="0 0 16 16"><path class="st" d="M10 3L5 8l5 5"/></symbol>"##,
    r##"<symbol id="i-close" viewBox="0 0 16 16"><path class="st" d="M4 4l8 8M12 4l-8 8"/></symbol>"##,
    r##"<symbol id="i-menu" viewBox="0 0 16 16"><path class="st" d="M2 4h12M2 8h12M2 12h12"/></symbol>"##,
    r##"<symbol id="i-up" viewBox="0 0 16 16"><path class="st" d="M8 13V3M4 7l4-4 4 4"/></symbol>"##,
    r##"<symbol id="i-sort" viewBox="0 0 16 16"><path class="st" d="M5 6.5l3-3 3 3M5 9.5l3 3 3-3"/></symbol>"##,
);

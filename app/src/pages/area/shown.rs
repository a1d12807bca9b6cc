//! The part of an area that one page shows: some of its deliveries, so that a page of a large portfolio can be read and is soon there.

use std::ops::Range;

use domain::report_model::{AreaSection, BenefitSection, DeliverySection};

/// Deliveries on a page.
const ON_PAGE: usize = 25;

/// What is shown of an area's deliveries and benefits.
#[derive(Clone, Copy)]
pub(super) struct Shown<'a> {
    /// Deliveries, in order.
    pub(super) deliveries: &'a [DeliverySection],
    /// Benefits that come from no delivery: on the last page.
    pub(super) without_delivery: &'a [BenefitSection],
    /// Which page it is, from 1 on.
    pub(super) page: usize,
    /// How many pages there are; one at least.
    pub(super) pages: usize,
}

impl<'a> Shown<'a> {
    /// The page that is asked for, or the first; the last where there are not so many.
    pub(super) fn of(section: &'a AreaSection, page: Option<usize>) -> Self {
        let all = &section.deliveries;
        let (page, pages, deliveries) = cut(all.len(), page);
        Self {
            deliveries: all.get(deliveries).unwrap_or_default(),
            without_delivery: if page == pages {
                &section.without_delivery
            } else {
                &[]
            },
            page,
            pages,
        }
    }
}

/// The page of a list that is asked for, how many there are, and what stands on it.
fn cut(all: usize, page: Option<usize>) -> (usize, usize, Range<usize>) {
    let pages = all.div_ceil(ON_PAGE).max(1);
    let page = page.unwrap_or(1).clamp(1, pages);
    let from = (page - 1) * ON_PAGE;
    (page, pages, from..all.min(from + ON_PAGE))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_has_twenty_five_and_the_last_the_rest() {
        for (all, asked, expected) in [
            (0, None, (1, 1, 0..0)),
            (25, None, (1, 1, 0..25)),
            (26, None, (1, 2, 0..25)),
            (26, Some(2), (2, 2, 25..26)),
            (50, Some(2), (2, 2, 25..50)),
            (50, Some(3), (2, 2, 25..50)),
            (50, Some(0), (1, 2, 0..25)),
        ] {
            assert_eq!(cut(all, asked), expected, "page {asked:?} of {all}");
        }
    }
}

//! The part of an area that one page shows: some of its deliveries, so that a page of a large portfolio can be read and is soon there.

use domain::report_model::{AreaSection, BenefitSection, DeliverySection};

use crate::components::pager::Cut;

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
        let Cut { page, pages, range } = Cut::of(all.len(), ON_PAGE, page);
        Self {
            deliveries: all.get(range).unwrap_or_default(),
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

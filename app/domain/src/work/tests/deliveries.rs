//! Deliveries that are late, and what was announced of them.

use super::*;

#[test]
fn a_delivery_is_late_from_the_day_after_its_planned_launch() {
    let mut m = material();
    m.benefits.clear();
    m.deliveries[0].status = Reading::stated(DeliveryStatus::PartlyDelivered);
    m.deliveries[0].launches[0].actual = None;
    for (planned, late) in [(TODAY, false), ("2025-03-09", true)] {
        m.deliveries[0].launches[0].planned = Some(When::Day(day(planned)));
        let found = m.find(day(TODAY));
        let days: Vec<_> = found.iter().map(|item| (item.kind, item.day)).collect();
        let expected = late.then(|| (WorkKind::Late, Some(day(planned))));
        assert_eq!(days, expected.into_iter().collect::<Vec<_>>(), "{planned}");
    }
    m.deliveries[0].status = Reading::stated(DeliveryStatus::Cancelled);
    assert_eq!(kinds(&m), []);
}

#[test]
fn what_was_announced_is_asked_about_once_its_day_has_passed() {
    let mut m = material();
    m.benefits.clear();
    m.deliveries[0].status = Reading::stated(DeliveryStatus::PartlyDelivered);
    m.deliveries[0].launches[0].actual = None;
    m.deliveries[0].launches[0].planned = None;
    for (when, passed) in [(TODAY, false), ("2025-03-09", true)] {
        let what = "Resten".to_owned();
        let when = When::Day(day(when));
        m.deliveries[0].upcoming = vec![Upcoming { what, when }];
        let found = m.find(day(TODAY));
        let kinds: Vec<_> = found.iter().map(|item| item.kind).collect();
        let expected = passed.then_some(WorkKind::Announced);
        assert_eq!(kinds, expected.into_iter().collect::<Vec<_>>(), "{when:?}");
    }
    // A delivery is in the list once.
    m.deliveries[0].launches[0].planned = Some(When::Day(day("2025-03-09")));
    assert_eq!(kinds(&m), [WorkKind::Late]);
    m.deliveries[0].status = Reading::stated(DeliveryStatus::Delivered);
    assert_eq!(kinds(&m), []);
}

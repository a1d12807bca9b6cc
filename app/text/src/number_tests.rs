use domain::id::GradingSchemeId;
use proptest::prelude::*;
use rust_decimal::Decimal;

use super::*;

fn d(text: &str) -> Decimal {
    text.parse().expect("a decimal")
}

fn scheme() -> GradingScheme {
    GradingScheme::standard(GradingSchemeId(
        "00000000-0000-0000-0000-000000000000".parse().expect("an id"),
    ))
}

fn pct(text: &str, decimals: u32) -> String {
    percent(Lang::Sv, Percent::new(d(text)), decimals, &scheme())
}

#[test]
fn swedish_has_comma_narrow_spaces_and_a_real_minus() {
    assert_eq!(decimal(Lang::Sv, d("1110000"), None), "1\u{202f}110\u{202f}000");
    assert_eq!(decimal(Lang::Sv, d("999"), None), "999");
    assert_eq!(decimal(Lang::Sv, d("1000"), None), "1\u{202f}000");
    assert_eq!(decimal(Lang::Sv, d("-1234.50"), None), "\u{2212}1\u{202f}234,50");
    assert_eq!(decimal(Lang::Sv, d("2.0"), None), "2,0");
    assert_eq!(decimal(Lang::Sv, d("0"), None), "0");
}

#[test]
fn english_has_point_and_commas() {
    assert_eq!(decimal(Lang::En, d("1110000.5"), None), "1,110,000.5");
    assert_eq!(decimal(Lang::En, d("-0.05"), None), "\u{2212}0.05");
    assert_eq!(share(Lang::En, Percent::new(d("37.5")), 1), "37.5%");
}

#[test]
fn rounding_is_half_away_from_zero_and_keeps_the_decimals_asked_for() {
    for (given, decimals, written) in [
        ("2.25", 1, "2,3"),
        ("2.35", 1, "2,4"),
        ("-2.25", 1, "\u{2212}2,3"),
        ("2.2499", 1, "2,2"),
        ("2", 1, "2,0"),
        ("0.5", 0, "1"),
        ("-0.5", 0, "\u{2212}1"),
        ("-0.04", 1, "0,0"),
    ] {
        assert_eq!(decimal(Lang::Sv, d(given), Some(decimals)), written, "{given}");
    }
}

#[test]
fn a_percentage_never_shows_a_boundary_that_is_not_there() {
    for (given, decimals, written) in [
        ("49.96", 1, "49,96"),
        ("49.94", 1, "49,9"),
        ("49.999996", 1, "49,999996"),
        ("50", 1, "50,0"),
        ("50.04", 1, "50,04"),
        ("50.06", 1, "50,1"),
        ("74.96", 1, "74,96"),
        ("75", 0, "75"),
        ("75.04", 1, "75,04"),
        ("75.3", 0, "75,3"),
        ("99.97", 1, "99,97"),
        ("99.6", 0, "99,6"),
        ("100", 1, "100,0"),
        ("0.04", 1, "0,04"),
        ("0", 0, "0"),
        ("-0.04", 1, "\u{2212}0,04"),
        ("140", 1, "140,0"),
    ] {
        assert_eq!(pct(given, decimals), format!("{written}\u{a0}%"), "{given}");
    }
}

#[test]
fn the_means_of_the_method_have_one_decimal() {
    assert_eq!(pct("70.833333333333333", 1), "70,8\u{a0}%");
    assert_eq!(pct("61.714", 1), "61,7\u{a0}%");
    assert_eq!(pct("66.25", 0), "66\u{a0}%");
}

#[test]
fn a_share_is_all_or_nothing_only_where_it_is() {
    assert_eq!(share(Lang::Sv, Percent::new(d("0")), 0), "0\u{a0}%");
    assert_eq!(share(Lang::Sv, Percent::new(d("0.2")), 0), "0,2\u{a0}%");
    assert_eq!(share(Lang::Sv, Percent::new(d("99.8")), 0), "99,8\u{a0}%");
    assert_eq!(share(Lang::Sv, Percent::new(d("100")), 0), "100\u{a0}%");
}

#[test]
fn money_is_in_thousands_of_kronor() {
    assert_eq!(tkr(Lang::Sv, Money(33_000_000_000)), "330\u{202f}000");
    assert_eq!(tkr(Lang::Sv, Money(150_050)), "1,5005");
}

#[test]
fn figures_keep_what_the_source_wrote() {
    let f = |value, to: Option<&str>, unit| figure(Lang::Sv, d(value), to.map(d), unit, None);
    assert_eq!(f("2.0", None, "mkr"), "2,0\u{a0}mkr");
    assert_eq!(f("40", Some("80"), "%"), "40–80\u{a0}%");
    assert_eq!(
        f("7100", Some("12300"), "st/månad"),
        "7\u{202f}100–12\u{202f}300\u{a0}st/månad"
    );
    assert_eq!(
        figure(Lang::Sv, d("10"), None, "mnkr/år", Some("ca")),
        "ca\u{a0}10\u{a0}mnkr/år"
    );
    assert_eq!(figure(Lang::En, d("40"), None, "%", None), "40%");
}

proptest! {
    #[test]
    fn what_is_shown_lies_on_the_level_of_what_is(mantissa in -2_000_000_000_i64..15_000_000_000, decimals in 0_u32..3) {
        let value = Percent::new(Decimal::new(mantissa, 8));
        let shown = percent(Lang::En, value, decimals, &scheme());
        let read = d(&shown.trim_end_matches('%').replace(',', "").replace(MINUS, "-"));
        prop_assert_eq!(scheme().level(Percent::new(read)), scheme().level(value));
    }
}

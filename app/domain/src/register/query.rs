//! What somebody asks of a register.

use super::{Column, Cursor, Order, decoded_pairs, encoded_query};

/// A register.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RegisterKind {
    /// Initiatives.
    Initiatives,
    /// Benefits.
    Benefits,
    /// Realised-benefit statements.
    Statements,
}

impl RegisterKind {
    /// All, as the menu has them.
    pub const ALL: [Self; 3] = [Self::Initiatives, Self::Benefits, Self::Statements];

    /// What it is called in addresses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Initiatives => "initiativ",
            Self::Benefits => "nyttor",
            Self::Statements => "konstaterade",
        }
    }

    /// The register with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// Which area something belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AreaChoice {
    /// To none.
    None,
    /// To the one with this number.
    Number(String),
}

impl AreaChoice {
    /// What addresses have for those without an area.
    pub const NONE: &'static str = "utan";

    pub(super) fn from_code(code: &str) -> Option<Self> {
        let number = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-');
        match code {
            Self::NONE => Some(Self::None),
            code if code.len() <= 20 && code.chars().all(number) => Some(Self::Number(code.to_owned())),
            _ => None,
        }
    }

    /// What it is called in addresses.
    pub fn code(&self) -> &str {
        match self {
            Self::None => Self::NONE,
            Self::Number(number) => number,
        }
    }
}

/// Something that is there, or is not: "med" or "utan" in addresses.
pub(super) fn with_or_without(code: &str) -> Option<bool> {
    match code {
        "med" => Some(true),
        "utan" => Some(false),
        _ => None,
    }
}

pub(super) fn with_or_without_code(with: bool) -> String {
    if with { "med" } else { "utan" }.to_owned()
}

/// What a register can be narrowed by, apart from words.
pub trait Filter: Clone + Default + PartialEq + std::fmt::Debug {
    /// What it is sorted by.
    type Column: Column;

    /// Which register it is of.
    const KIND: RegisterKind;

    /// Reads it; `field` gives what stands under a name, trimmed and not empty.
    fn parse(field: &dyn Fn(&str) -> Option<String>) -> Self;

    /// What is asked for, by name.
    fn fields(&self) -> Vec<(&'static str, String)>;
}

/// What is asked of a register: words, filter, order, and where the page begins.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query<F: Filter> {
    /// Words, as typed: rows have all of them, in any order.
    pub search: String,
    /// The filter.
    pub filter: F,
    /// The order.
    pub order: Order<F::Column>,
    /// Where the page begins; none for the first.
    pub cursor: Option<Cursor>,
}

/// Longest search.
const SEARCH_MAX: usize = 200;

impl<F: Filter> Query<F> {
    /// Reads what stands under the names of an address's query.
    pub fn parse(field: impl Fn(&str) -> Option<String>) -> Self {
        let field = |name: &str| {
            let value = field(name)?;
            let value = value.trim();
            (!value.is_empty()).then(|| value.to_owned())
        };
        let seen = |letter: char| if letter.is_control() { ' ' } else { letter };
        let search = field("sok").unwrap_or_default();
        let search: String = search.chars().take(SEARCH_MAX).map(seen).collect();
        let order = field("sortera")
            .and_then(|code| Order::from_code(&code))
            .unwrap_or_default();
        Self {
            search: search.trim().to_owned(),
            filter: F::parse(&field),
            order,
            cursor: field("sida").and_then(|text| Cursor::decode(&text, &order.code())),
        }
    }

    /// Reads the query of an address.
    pub fn parse_query(query: &str) -> Self {
        let pairs = decoded_pairs(query);
        Self::parse(|name| {
            let found = pairs.iter().find(|(known, _)| known == name);
            found.map(|(_, value)| value.clone())
        })
    }

    /// Search, filter and order as the query of an address; empty where nothing is asked for. The
    /// page is left out: whoever asks for something begins at its beginning.
    pub fn to_query(&self) -> String {
        let pairs = self.pairs();
        encoded_query(pairs.iter().map(|(name, value)| (*name, value.as_str())))
    }

    /// The same with the page that begins at the cursor.
    pub fn to_query_at(&self, cursor: &Cursor) -> String {
        let mut pairs = self.pairs();
        pairs.push(("sida", cursor.encode(&self.order.code())));
        encoded_query(pairs.iter().map(|(name, value)| (*name, value.as_str())))
    }

    fn pairs(&self) -> Vec<(&'static str, String)> {
        let mut pairs = Vec::new();
        if !self.search.is_empty() {
            pairs.push(("sok", self.search.clone()));
        }
        pairs.extend(self.filter.fields());
        if self.order != Order::default() {
            pairs.push(("sortera", self.order.code()));
        }
        pairs
    }

    /// Everything is asked for, in whichever order.
    pub fn is_everything(&self) -> bool {
        self.search.is_empty() && self.filter == F::default()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::initiative::InitiativeStatus;
    use crate::register::{BenefitFilter, InitiativeColumn, InitiativeFilter, StatementFilter};

    type Asked = Query<InitiativeFilter>;

    #[test]
    fn an_address_says_what_is_asked_for() {
        let asked = Asked::parse_query("sok=+%C3%96ka+&omrade=4.10&uo=1&status=ongoing&sortera=-namn");
        assert_eq!(asked.search, "Öka");
        assert_eq!(asked.filter.area, Some(AreaChoice::Number("4.10".to_owned())));
        assert_eq!(asked.filter.development_object, Some(true));
        assert_eq!(asked.filter.status, Some(InitiativeStatus::Ongoing));
        assert_eq!(
            asked.order,
            Order {
                column: InitiativeColumn::Name,
                reversed: true
            }
        );
        assert_eq!(Asked::parse_query(&asked.to_query()), asked);
        assert!(!asked.is_everything());
    }

    #[test]
    fn everything_is_asked_for_where_neither_words_nor_a_filter_is() {
        assert!(!Asked::parse_query("sok=bil").is_everything());
        assert!(!Asked::parse_query("status=ongoing").is_everything());
        assert!(
            Asked::parse_query("sortera=-namn").is_everything(),
            "in whichever order"
        );
    }

    #[test]
    fn a_page_begins_at_its_place_and_asks_for_the_same() {
        let asked = Asked::parse_query("sok=bil&status=ongoing&sortera=-namn");
        let cursor = Cursor {
            towards: crate::register::Towards::After,
            keys: vec![crate::register::Key::Text("bil".to_owned())],
            id: uuid::Uuid::from_u128(7),
        };
        let again = Asked::parse_query(&asked.to_query_at(&cursor));
        assert_eq!(again.cursor, Some(cursor));
        assert_eq!(
            Asked {
                cursor: None,
                ..again
            },
            asked
        );
    }

    #[test]
    fn each_register_is_narrowed_by_what_its_address_says() {
        let id = uuid::Uuid::from_u128(7);
        let benefits =
            format!("omrade=utan&grupp={id}&vardeklass=financial&enhet={id}&leverans=utan&konstaterad=med");
        let asked = Query::<BenefitFilter>::parse_query(&benefits);
        let filter = &asked.filter;
        assert_eq!(filter.area, Some(AreaChoice::None));
        assert_eq!((filter.group, filter.owner), (Some(id.into()), Some(id.into())));
        assert_eq!(filter.value_class, Some(crate::benefit::ValueClass::Financial));
        assert_eq!((filter.delivery, filter.stated), (Some(false), Some(true)));
        assert_eq!(Query::parse_query(&asked.to_query()), asked);
        let statements = "fynd=partly&lage=draft&leverans=med&fran=2025-01-01&till=2025-12-31";
        let asked = Query::<StatementFilter>::parse_query(statements);
        let filter = &asked.filter;
        assert_eq!(filter.finding, Some(crate::statement::Finding::Partly));
        assert_eq!(filter.state, Some(crate::statement::ApprovalState::Draft));
        assert_eq!(filter.delivery, Some(true));
        assert_eq!(
            (filter.from, filter.to),
            ("2025-01-01".parse().ok(), "2025-12-31".parse().ok())
        );
        assert_eq!(Query::parse_query(&asked.to_query()), asked);
        for (day, read) in [
            ("0999-12-31", false),
            ("1000-01-01", true),
            ("+20000-01-01", false),
        ] {
            let asked = Query::<StatementFilter>::parse(|name| (name == "fran").then(|| day.to_owned()));
            assert_eq!(asked.filter.from.is_some(), read, "{day}");
        }
    }

    #[test]
    fn what_one_has_approved_says_itself_how_far_it_came() {
        use crate::register::Mine;
        for mine in Mine::ALL {
            let query = format!("mina={}&lage=draft", mine.code());
            let filter = Query::<StatementFilter>::parse_query(&query).filter;
            assert_eq!(filter.mine, Some(mine));
            assert_eq!(filter.state.is_some(), mine == Mine::Written, "{mine:?}");
        }
    }

    #[test]
    fn what_cannot_be_read_asks_for_nothing() {
        let asked = Asked::parse_query(
            "sok=%00&omrade=%00&uo=kanske&status=ny&portfolj=x&enhet=%27&sortera=x&sida=zz",
        );
        assert_eq!(asked, Asked::default());
        assert_eq!(asked.to_query(), "");
        assert!(asked.is_everything());
    }

    fn reads_back<F: Filter>(query: &str) -> Result<(), TestCaseError> {
        let asked = Query::<F>::parse_query(query);
        prop_assert!(!asked.search.contains('\0'));
        let again = Query::<F>::parse_query(&asked.to_query());
        prop_assert_eq!(
            Query {
                cursor: None,
                ..asked
            },
            again
        );
        Ok(())
    }

    proptest! {
        #[test]
        fn anything_in_an_address_reads_and_reads_back(
            search in ".*",
            area in "[0-9.]{0,6}|utan|.*",
            state in "draft|submitted|ongoing|planned|.*",
            with in "med|utan|.*",
            day in "20[0-9]{2}-0[1-9]-[0-3][0-9]|.*",
            order in "-?(namn|omrade|avser|lage)|.*",
        ) {
            let pairs = [
                ("sok", search.as_str()), ("omrade", &area), ("status", &state), ("lage", &state),
                ("leverans", &with), ("fran", &day), ("till", &day), ("sortera", &order),
            ];
            let query = encoded_query(pairs);
            reads_back::<InitiativeFilter>(&query)?;
            reads_back::<BenefitFilter>(&query)?;
            reads_back::<StatementFilter>(&query)?;
        }
    }

    #[test]
    fn those_that_are_no_development_objects_are_asked_for_as_well() {
        let asked = |query: &str| Asked::parse_query(query).filter.development_object;
        assert_eq!(asked("uo=0"), Some(false));
        assert_eq!(asked("uo=2"), None);
    }
}

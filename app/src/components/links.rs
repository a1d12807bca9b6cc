//! Addresses of pages, in one place.

use chrono::NaiveDate;
use domain::assessment::SubjectKey;
use domain::history::{Named, SubjectKind};
use domain::id::{
    BenefitGroupId, BenefitId, CalculationId, DeliveryId, FactorId, FollowUpRoundId, FreedTimeId,
    InitiativeId, MeasureId, MeasurementId, ReportId,
};
use domain::register::encoded_query;
use domain::report::ReportState;
use domain::standing::{GapKind, GapPlace};
use domain::work::{WorkItem, WorkKind, WorkSubject};

/// Builds addresses that keep the report that is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Links {
    /// The report's last year.
    pub year: i32,
}

impl Links {
    /// The overview.
    pub fn overview(self) -> String {
        format!("/?rapport={}", self.year)
    }

    /// All that is missing of a kind.
    pub fn gaps(self, kind: GapKind) -> String {
        format!("/saknas?rapport={}&vad={}", self.year, kind.code())
    }

    /// All amounts that statements mention.
    pub fn amounts(self) -> String {
        format!("/belopp?rapport={}", self.year)
    }

    /// The list of areas.
    pub fn areas(self) -> String {
        format!("/omraden?rapport={}", self.year)
    }

    /// An area.
    pub fn area(self, number: &str) -> String {
        format!("/omraden/{number}?rapport={}", self.year)
    }

    /// A benefit group within an area: what the cell is made of, on the first of its pages.
    pub fn cell(self, number: &str, group: &str) -> String {
        format!("{}#{}", self.area(number), group_anchor(group))
    }

    /// What was freed and what came in kronor.
    pub fn realised(self) -> String {
        format!("{REALISED}?rapport={}", self.year)
    }

    /// What was freed and what came in kronor in a year, down to the initiatives that it is made of.
    pub fn realised_in(self, year: i32) -> String {
        format!("{}&ar={year}", self.realised())
    }

    /// The same of a group.
    pub fn realised_of_group(self, code: &str) -> String {
        format!("{}&grupp={code}", self.realised())
    }

    /// Where the grading stands.
    pub fn assessments(self) -> String {
        format!("/bedomning?rapport={}", self.year)
    }

    /// The grading of a subject.
    pub fn assessment(self, subject: &SubjectKey) -> String {
        format!("/bedomning/{subject}?rapport={}", self.year)
    }
}

/// What was freed and what came in kronor.
pub const REALISED: &str = "/frigjord-tid";

/// Where freed time waits for approval.
pub const REALISED_REVIEW: &str = "/frigjord-tid/granska";

/// The form of an entry of freed time that nobody has approved.
pub fn freed_time_form(id: FreedTimeId) -> String {
    format!("{REALISED}/{id}/andra")
}

/// An entry of freed time, on its initiative's page.
pub fn freed_time(of: InitiativeId, id: FreedTimeId) -> String {
    format!("{}#tid-{id}", initiative(of))
}

/// The benefits of a group.
pub fn benefits_of(group: BenefitGroupId) -> String {
    format!("/nyttor?grupp={group}")
}

/// The measures.
pub const MEASURES: &str = "/matt";

/// A measure.
pub fn measure(id: MeasureId) -> String {
    format!("{MEASURES}/{id}")
}

/// A measurement, on its measure's page, with what it can be checked against.
pub fn measurement(of: MeasureId, id: MeasurementId) -> String {
    format!("{}#matning-{id}", measure(of))
}

/// Where many measurements are logged at once.
pub const MEASUREMENTS: &str = "/matningar";

/// Where measurements wait for approval.
pub const MEASUREMENTS_REVIEW: &str = "/matningar/granska";

/// Where measurements are read from a file.
pub const MEASUREMENTS_FILE: &str = "/matningar/fil";

/// What is due for a period, of the measures that hold what was searched for.
pub fn measurements(period: &str, search: &str) -> String {
    let asked = [("period", period), ("sok", search)];
    let asked = asked.into_iter().filter(|(_, value)| !value.is_empty());
    format!("{MEASUREMENTS}?{}", encoded_query(asked))
}

/// The files of a measurement.
pub fn measurement_files(id: MeasurementId) -> String {
    format!("/matningar/{id}/fil")
}

/// What waits to be done.
pub const WORK: &str = "/att-gora";

/// Leads to the oldest thing of a kind that waits for the one who asks; to the list where nothing does.
pub const WORK_NEXT: &str = "/att-gora/nasta";

/// The way to the next thing of a kind.
pub fn work_next(kind: WorkKind) -> String {
    format!("{WORK_NEXT}?visa={}", kind.code())
}

/// What waits of one kind.
pub fn work_of(kind: WorkKind) -> String {
    format!("{WORK}?visa={}", kind.code())
}

/// Where something that waits is done by those whose work it is, or shown to others.
pub fn work_item(item: &WorkItem, own: bool) -> String {
    let of = item
        .initiative
        .as_ref()
        .map(|(id, _)| initiative(*id))
        .unwrap_or_default();
    match &item.subject {
        WorkSubject::Statement(id) => match item.kind {
            WorkKind::Returned | WorkKind::Draft if own => format!("{of}/konstaterad/{id}"),
            WorkKind::FollowUp if own => format!("{of}/konstaterad?ersatter={id}"),
            _ => format!("{of}#konstaterad-{id}"),
        },
        WorkSubject::Delivery(id) if own => format!("{of}/leverans/{id}"),
        WorkSubject::Delivery(id) => format!("{of}#{}", delivery_anchor(*id)),
        WorkSubject::Benefit(id, delivery) => match item.kind {
            WorkKind::Missing if own => {
                let delivery = delivery.map(|id| format!("leverans={id}&")).unwrap_or_default();
                format!("{of}/konstaterad?{delivery}nytta={id}")
            }
            WorkKind::Plan if own => format!("{of}/nytta/{id}/plan"),
            WorkKind::LatePlan => format!("{of}#plan-{id}"),
            _ if own => format!("{of}/nytta/{id}"),
            _ => format!("{of}#nytta-{id}"),
        },
        WorkSubject::Calculation(id, ..) => calculation(*id),
        WorkSubject::Factor(id, value, ..) => format!("{}#varde-{value}", factor(*id)),
        // What was measured too early is corrected from where it is shown.
        WorkSubject::Measure {
            id,
            first,
            begun: false,
            ..
        } if own => format!("{}/matning?period={first}", measure(*id)),
        WorkSubject::Measure { id, .. } => measure(*id),
        WorkSubject::Measurement(id, ..) if own && item.kind == WorkKind::WriteMeasurement => {
            format!("/matningar/{id}/andra")
        }
        WorkSubject::Measurement(id, of, ..) => format!("{}#matning-{id}", measure(*of)),
        WorkSubject::FreedTime(id, ..) if own && item.kind == WorkKind::WriteFreedTime => {
            freed_time_form(*id)
        }
        WorkSubject::FreedTime(id, ..) => format!("{of}#tid-{id}"),
        WorkSubject::Goal(id, ..) if own && item.kind == WorkKind::WriteGoal => format!("/effektmal/{id}"),
        WorkSubject::Goal(_, benefit, _) => format!("{of}#nytta-{benefit}"),
        WorkSubject::Initiative(_) if own && item.kind == WorkKind::Calculate => format!("{of}/kalkyl"),
        WorkSubject::Initiative(_) if own && item.kind == WorkKind::Plan => format!("{of}/nytta"),
        WorkSubject::Initiative(_) => of,
        WorkSubject::Question(id, question, _) => format!("{}#fraga-{question}", round(*id)),
        WorkSubject::Round { id, .. } => round(*id),
        WorkSubject::Report(id, state, _) => match (item.kind, state) {
            (WorkKind::MendReport, ReportState::UnderReview) => format!("{}/granskning", report(*id)),
            _ => report_course(*id),
        },
        WorkSubject::Correction(id, of, _) if own => format!("{}/{id}/beslut", report_corrections(*of)),
        WorkSubject::Correction(_, of, _) => report_corrections(*of),
        WorkSubject::Assessment(key, year, _) => Links { year: *year }.assessment(key),
    }
}

/// The guided start.
pub const START: &str = "/kom-igang";

/// Where the example is removed.
pub const EXAMPLE: &str = "/kom-igang/exempel";

/// The second step of signing in.
pub const SECOND_FACTOR: &str = "/kod";

/// What was sent when the session had ended.
pub const PARKED: &str = "/fortsatt";

/// Where a workbook is sent, and shown before it is taken in.
pub const WORKBOOK: &str = "/kom-igang/fil";

/// The workbook to fill in.
pub const WORKBOOK_TEMPLATE: &str = "/kom-igang/mall.xlsx";

/// An initiative.
pub fn initiative(id: InitiativeId) -> String {
    format!("/initiativ/{id}")
}

/// A benefit, on its initiative's page.
pub fn benefit(of: InitiativeId, id: BenefitId) -> String {
    format!("{}#nytta-{id}", initiative(of))
}

/// The form of a benefit's realisation plan.
pub fn plan(of: InitiativeId, benefit: BenefitId) -> String {
    format!("{}/nytta/{benefit}/plan", initiative(of))
}

/// Where something that is missing is worked on.
pub fn gap(place: GapPlace) -> String {
    match place {
        GapPlace::Initiative(id) => initiative(id),
        GapPlace::Delivery(of, id) => format!("{}#{}", initiative(of), delivery_anchor(id)),
        GapPlace::Benefit(of, id) => benefit(of, id),
    }
}

/// The history of a thing.
pub fn history(kind: SubjectKind, id: &str) -> String {
    format!("/historik/{}/{id}", kind.segment())
}

/// Where a thing of any kind is shown; none where it has no page.
pub fn subject(named: &Named, id: &str) -> Option<String> {
    let part = |anchor: &str| {
        named
            .initiative
            .map(|initiative| format!("{}#{anchor}-{id}", self::initiative(initiative)))
    };
    match named.kind {
        SubjectKind::Initiative => Some(format!("/initiativ/{id}")),
        SubjectKind::Delivery => part("leverans"),
        SubjectKind::Benefit => part("nytta"),
        SubjectKind::FreedTime => part("tid"),
        SubjectKind::RealisationPlan | SubjectKind::SekValue => named.initiative.map(initiative),
        SubjectKind::Calculation => Some(format!("{CALCULATIONS}/{id}")),
        SubjectKind::Factor => Some(format!("{FACTORS}/{id}")),
        SubjectKind::Measure => Some(format!("{MEASURES}/{id}")),
        SubjectKind::EffectGoal => part("mal"),
        SubjectKind::Statement => part("konstaterad"),
        SubjectKind::SusEvaluation => named.initiative.map(initiative),
        SubjectKind::Area => named.number.as_ref().map(|number| format!("/omraden/{number}")),
        SubjectKind::Report => Some(format!("/rapporter/{id}")),
        SubjectKind::FollowUpRound => Some(format!("{ROUNDS}/{id}")),
        SubjectKind::Assessment => {
            let (judges, year) = (named.judges.as_ref()?, named.year?);
            let links = Links { year };
            // Who may not grade reads what is decided on the area's page, or on the overview.
            Some(match judges {
                judges if named.undecided => links.assessment(judges),
                SubjectKey::Area(number) => links.area(number),
                SubjectKey::Group(_) | SubjectKey::Whole => links.overview(),
            })
        }
        _ => None,
    }
}

/// The benefit calculations.
pub const CALCULATIONS: &str = "/kalkyler";

/// A benefit calculation.
pub fn calculation(id: CalculationId) -> String {
    format!("{CALCULATIONS}/{id}")
}

/// How promises have held.
pub const CALIBRATION: &str = "/kalkyler/utfall";

/// The factor library.
pub const FACTORS: &str = "/faktorer";

/// The form of a new factor.
pub const FACTOR_NEW: &str = "/faktorer/ny";

/// A factor.
pub fn factor(id: FactorId) -> String {
    format!("{FACTORS}/{id}")
}

/// The follow-up rounds.
pub const ROUNDS: &str = "/uppfoljning";

/// A follow-up round.
pub fn round(id: FollowUpRoundId) -> String {
    format!("{ROUNDS}/{id}")
}

/// A report.
pub fn report(id: ReportId) -> String {
    format!("/rapporter/{id}")
}

/// Where a report is in its life, and what can be done with it.
pub fn report_course(id: ReportId) -> String {
    format!("{}/arbete", report(id))
}

/// What is corrected in a decided report.
pub fn report_corrections(id: ReportId) -> String {
    format!("{}/rattelser", report(id))
}

/// The corrections of a report as a file of a format.
pub fn report_corrections_file(id: ReportId, format: &str) -> String {
    format!("{}/rattelseblad/{format}", report(id))
}

/// What a report lacks, by whom it waits for.
pub fn report_responsible(id: ReportId) -> String {
    format!("{}/ansvar", report(id))
}

/// A report beside another.
pub fn report_comparison(id: ReportId) -> String {
    format!("{}/jamforelse", report(id))
}

/// The same as a file.
pub fn report_comparison_file(id: ReportId, with: ReportId) -> String {
    format!("{}/jamforelse.csv?med={with}", report(id))
}

/// A report judged as of a day that is chosen there.
pub fn report_as_of(id: ReportId) -> String {
    format!("{}/per-dag", report(id))
}

/// The same as a file of a format.
pub fn report_as_of_file(id: ReportId, format: &str, day: NaiveDate) -> String {
    format!("{}?per={day}", report_file(id, format))
}

/// A report shown to leadership.
pub fn report_presentation(id: ReportId) -> String {
    format!("{}/presentation", report(id))
}

/// A report as a file of a format.
pub fn report_file(id: ReportId, format: &str) -> String {
    format!("{}/fil/{format}", report(id))
}

/// Where links to a report are made and withdrawn.
pub fn report_share(id: ReportId) -> String {
    format!("{}/delning", report(id))
}

/// The archive package of a report.
pub fn report_archive(id: ReportId) -> String {
    format!("{}/arkivpaket", report(id))
}

/// A report as a file, by a link.
pub fn shared_report_file(secret: &str, format: &str) -> String {
    format!("/delad/{secret}/fil/{format}")
}

/// Where a link leads that leads nowhere: its secret is nobody's.
pub const SHARED_GONE: &str = "/delad/okand";

/// The public reports.
pub const PUBLIC: &str = "/publicerat";

/// A public report.
pub fn public_report(id: ReportId) -> String {
    format!("{PUBLIC}/{id}")
}

/// A public report as a file of a format.
pub fn public_report_file(id: ReportId, format: &str) -> String {
    format!("{}/fil/{format}", public_report(id))
}

/// The public reports as a feed.
pub const FEED_ATOM: &str = "/rapporter/flode.xml";

/// The same as JSON.
pub const FEED_JSON: &str = "/rapporter/flode.json";

/// Where a group begins on an area's page.
pub fn group_anchor(code: &str) -> String {
    format!("grupp-{code}")
}

/// Where a delivery begins, on an area's page and in a report.
pub fn delivery_anchor(id: DeliveryId) -> String {
    format!("leverans-{id}")
}

/// Where an area begins in a report.
pub fn area_anchor(number: &str) -> String {
    format!("o{}", number.replace('.', "-"))
}

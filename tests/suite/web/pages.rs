//! Every page of the product, with what has to be there for it to show something.

use chrono::TimeDelta;
use domain::account::NewAccount;
use domain::assessment::SubjectKey;
use domain::form::{
    AssessmentForm, CorrectionForm, FactorValueForm, FreedTimeForm, MeasurementForm, ReportLinkForm,
    SekValueForm,
};
use domain::id::{BenefitId, ReportId};
use domain::register::Query;
use domain::report::life::ReportStep;
use domain::role::{Role, Scope};
use domain::sek_value::SekGround;
use service::{Answer, FactorStep, FreedTimeTarget, LinkMade, SekValueTarget};
use uuid::Uuid;

use super::site::{Site, location, operator};
use crate::support::demo::somebody;
use crate::support::factors::{added, shown, step, typed};
use crate::support::forms::done;
use crate::support::measured::due;
use crate::support::measures;

/// A page, with a role that may see it (`None` where no session is needed) and who else may: S shown,
/// F forbidden, N not found.
pub struct Page {
    pub role: Option<Role>,
    pub path: String,
    pub seen: &'static str,
}

impl Site {
    /// Every page of the product.
    pub async fn pages(&self) -> Vec<Page> {
        let choice = self.some_choice().await;
        let initiative = self.some_initiative().await;
        let (decided, open) = (self.report(2024).await, self.report(2025).await);
        let (steering, manager) = (Some(Role::SteeringUnit), Some(Role::PortfolioManager));
        let link = self.link(Role::Auditor).await;
        let (delivery, benefit) = self.some_delivery_and_benefit(&initiative).await;
        let statement = self.some_draft(&initiative, &benefit).await;
        let calculation = self.some_calculation(&initiative, &benefit).await;
        let (factor, value) = self.some_factor().await;
        let (measure, goal, measurement) = self.some_measured(&initiative, &benefit).await;
        let (sek, freed) = self.some_realised(&benefit, &statement).await;
        let group = self.some_group().await;
        let round = self.some_round().await;
        let account = self.account(Role::Reviewer);
        let correction = self.some_correction(&decided).await;
        let shared = self.some_public(&decided).await;
        let structure = self.structure().await;
        let of = |path: &str| format!("/initiativ/{initiative}/{path}");
        let page = |role, path: String, seen| Page { role, path, seen };
        // Who sees it: portfolio manager, benefit owner, reviewer, steering unit, leadership, auditor and
        // admin, in this order.
        vec![
            page(steering, "/".to_owned(), "SSSSSSN"),
            page(steering, "/saknas?vad=unmeasured".to_owned(), "SSSSSSN"),
            page(steering, "/saknas?vad=late&rapport=2024".to_owned(), "SSSSSSN"),
            page(steering, "/belopp".to_owned(), "SSSSSSN"),
            page(steering, "/att-gora".to_owned(), "SSSSSSN"),
            page(manager, "/att-gora?visa=saknas".to_owned(), "SSSSSSN"),
            page(steering, "/att-gora?roll=portfolio_manager".to_owned(), "SNNSSSN"),
            page(steering, "/fortsatt".to_owned(), "SSSSSSS"),
            page(steering, "/kom-igang".to_owned(), "SSSSSSN"),
            page(steering, "/kom-igang/exempel".to_owned(), "FFFSFFF"),
            page(steering, "/kom-igang/fil".to_owned(), "SFFSFFF"),
            page(steering, "/omraden".to_owned(), "SSSSSSN"),
            page(steering, "/omraden/4.2".to_owned(), "SSSSSSN"),
            page(steering, "/initiativ".to_owned(), "SSSSSSN"),
            page(steering, "/initiativ?sok=finnsinte".to_owned(), "SSSSSSN"),
            page(
                steering,
                "/initiativ?sok=a&sortera=-namn&status=delivered".to_owned(),
                "SSSSSSN",
            ),
            page(steering, "/nyttor".to_owned(), "SSSSSSN"),
            page(
                steering,
                "/nyttor?sok=a&sortera=-nytta&lage=identified".to_owned(),
                "SSSSSSN",
            ),
            page(steering, "/konstaterade".to_owned(), "SSSSSSN"),
            page(
                steering,
                "/konstaterade?sortera=lage&leverans=med".to_owned(),
                "SSSSSSN",
            ),
            page(steering, "/urval/nytt?register=nyttor".to_owned(), "SSSSSSN"),
            page(steering, "/initiativ/nytt".to_owned(), "SFFSFFF"),
            page(steering, format!("/initiativ/{initiative}"), "SSSSSSN"),
            page(steering, of("andra"), "SFFSFFF"),
            page(steering, of("beroenden?sok=e"), "SFFSFFF"),
            page(manager, of("kalkyl"), "SFFFFFF"),
            page(manager, "/kalkyler".to_owned(), "SSSSSSN"),
            page(manager, "/kalkyler/utfall".to_owned(), "SSSSSSN"),
            page(
                manager,
                "/kalkyler?sok=finnsinte&lage=draft".to_owned(),
                "SSSSSSN",
            ),
            page(manager, format!("/kalkyler/{calculation}"), "SSSSSSN"),
            page(manager, format!("/kalkyler/{calculation}/andra"), "SFFFFFF"),
            page(manager, self.some_build(&calculation).await, "SFFFFFF"),
            page(steering, "/faktorer".to_owned(), "SSSSSSN"),
            page(steering, "/faktorer/ny".to_owned(), "FFFSFFF"),
            page(steering, format!("/faktorer/{factor}"), "SSSSSSN"),
            page(steering, format!("/faktorer/{factor}/andra"), "FFFSFFF"),
            page(steering, format!("/faktorer/{factor}/varde"), "FFFSFFF"),
            page(steering, format!("/faktorer/{factor}/varde/{value}"), "FFFSFFF"),
            page(manager, "/matt".to_owned(), "SSSSSSN"),
            page(manager, "/matt?sok=finnsinte".to_owned(), "SSSSSSN"),
            page(manager, "/matt/nytt".to_owned(), "SFFSFFF"),
            page(manager, format!("/matt/{measure}"), "SSSSSSN"),
            page(manager, format!("/matt/{measure}/andra"), "SFFSFFF"),
            page(manager, format!("/matt/{measure}/matning"), "SSFFFFF"),
            page(manager, "/matningar".to_owned(), "SSFFFFF"),
            page(
                manager,
                "/matningar?period=2025-Q3&sok=andel".to_owned(),
                "SSFFFFF",
            ),
            page(Some(Role::Reviewer), "/matningar/granska".to_owned(), "SSSSSFF"),
            page(manager, "/matningar/fil".to_owned(), "SSFFFFF"),
            page(manager, format!("/matningar/{measurement}/fil"), "SSFFFFF"),
            page(manager, format!("/matningar/{measurement}/andra"), "SSFFFFF"),
            page(manager, format!("/nyttor/{benefit}/effektmal"), "SFFSFFF"),
            page(manager, "/frigjord-tid".to_owned(), "SSSSSSN"),
            page(manager, "/frigjord-tid?ar=2024&omrade=4.2".to_owned(), "SSSSSSN"),
            page(manager, format!("/nyttor/{benefit}/tid"), "SSFFFFF"),
            page(manager, format!("/frigjord-tid/{freed}/andra"), "SSFFFFF"),
            page(
                Some(Role::Reviewer),
                "/frigjord-tid/granska".to_owned(),
                "SSSSSFF",
            ),
            page(manager, format!("/nyttor/{benefit}/varde"), "SSFFFFF"),
            page(manager, format!("/varden/{sek}"), "SSFFFFF"),
            page(manager, format!("/effektmal/{goal}"), "SFFSFFF"),
            page(steering, of("leverans"), "SFFSFFF"),
            page(steering, of("nytta"), "SFFSFFF"),
            page(manager, of("konstaterad"), "SSFFFFF"),
            page(steering, of(&format!("leverans/{delivery}")), "SFFSFFF"),
            page(steering, of(&format!("nytta/{benefit}")), "SFFSFFF"),
            page(manager, of(&format!("nytta/{benefit}/plan")), "SSFSFFF"),
            page(manager, of(&format!("konstaterad/{statement}")), "SSFFFFF"),
            page(manager, of(&format!("sus/{delivery}")), "SSFFFFF"),
            page(manager, self.some_sus().await, "SSFFFFF"),
            page(steering, "/bedomning".to_owned(), "NNNSSSN"),
            page(steering, "/bedomning/4.2".to_owned(), "NNNSSSN"),
            page(steering, format!("/bedomning/grupp/{group}"), "NNNSSSN"),
            page(steering, "/bedomning/helhet".to_owned(), "NNNSSSN"),
            page(
                Some(Role::Leadership),
                self.some_sent_assessment().await,
                "NNNSSSN",
            ),
            page(steering, "/uppfoljning".to_owned(), "SSSSSSN"),
            page(steering, "/uppfoljning/ny".to_owned(), "FFFSFFF"),
            page(manager, format!("/uppfoljning/{round}"), "SSSSSSN"),
            page(steering, format!("/uppfoljning/{round}/andra"), "FFFSFFF"),
            page(steering, "/rapporter".to_owned(), "SSSSSSN"),
            page(steering, format!("/rapporter/{decided}"), "SSSSSSN"),
            page(steering, format!("/rapporter/{open}"), "NNNSSSN"),
            page(steering, "/rapporter/ny".to_owned(), "FFFSFFF"),
            page(steering, format!("/rapporter/{open}/andra"), "FFFSFFF"),
            page(steering, format!("/rapporter/{open}/texter"), "FFFSFFF"),
            page(steering, format!("/rapporter/{open}/kallor"), "FFFSFFF"),
            page(steering, format!("/rapporter/{open}/omfattning"), "FFFSFFF"),
            page(steering, format!("/rapporter/{open}/arbete"), "NNNSSSN"),
            page(steering, format!("/rapporter/{decided}/arbete"), "SSSSSSN"),
            page(steering, format!("/rapporter/{decided}/delning"), "FFFSSFF"),
            page(steering, format!("/rapporter/{open}/ansvar"), "NNNSSSN"),
            page(
                steering,
                format!("/rapporter/{open}/ansvar?visa=omrade"),
                "NNNSSSN",
            ),
            page(steering, format!("/rapporter/{decided}/ansvar"), "NNNSSSN"),
            page(steering, format!("/rapporter/{open}/jamforelse"), "NNNSSSN"),
            page(steering, format!("/rapporter/{decided}/jamforelse"), "SSSSSSN"),
            page(
                steering,
                format!("/rapporter/{decided}/jamforelse?med={open}"),
                "NNNSSSN",
            ),
            page(
                steering,
                format!("/rapporter/{open}/per-dag?dag=2025-06-30"),
                "NNNSSSN",
            ),
            page(steering, format!("/rapporter/{decided}/per-dag"), "SSSSSSN"),
            page(
                steering,
                format!("/rapporter/{decided}/per-dag?dag=nyss"),
                "SSSSSSN",
            ),
            page(steering, format!("/rapporter/{open}/presentation"), "NNNSSSN"),
            page(steering, format!("/rapporter/{decided}/presentation"), "SSSSSSN"),
            page(steering, format!("/rapporter/{open}/granskning"), "NNNSSSN"),
            page(steering, format!("/rapporter/{open}/beslut"), "FFFSSFF"),
            page(steering, format!("/rapporter/{decided}/rattelser"), "SSSSSSN"),
            page(steering, format!("/rapporter/{decided}/rattelser/ny"), "FFFSFFF"),
            page(
                steering,
                format!("/rapporter/{decided}/rattelser/{correction}"),
                "FFFSFFF",
            ),
            page(
                steering,
                format!("/rapporter/{decided}/rattelser/{correction}/beslut"),
                "FFFSSFF",
            ),
            page(steering, "/struktur".to_owned(), "SSSSSSN"),
            page(steering, "/struktur/myndighet".to_owned(), "FFFSFFF"),
            page(steering, "/struktur/omradesmangd".to_owned(), "FFFSFFF"),
            page(steering, "/struktur/omrade".to_owned(), "FFFSFFF"),
            page(steering, "/struktur/nyttogrupp".to_owned(), "FFFSFFF"),
            page(steering, "/struktur/enhet".to_owned(), "FFFSFFF"),
            page(steering, "/struktur/portfolj".to_owned(), "FFFSFFF"),
            page(steering, structure("omradesmangd"), "FFFSFFF"),
            page(steering, structure("omrade"), "FFFSFFF"),
            page(steering, structure("nyttogrupp"), "FFFSFFF"),
            page(steering, structure("enhet"), "FFFSFFF"),
            page(steering, structure("portfolj"), "FFFSFFF"),
            page(steering, format!("/historik/initiativ/{initiative}"), "SSSSSSN"),
            page(steering, format!("/historik/rapport/{open}"), "NNNSSSN"),
            page(Some(Role::Auditor), "/revision".to_owned(), "NNNNNSN"),
            page(Some(Role::Admin), "/admin".to_owned(), "NNNNNNS"),
            page(Some(Role::Admin), "/admin/konto".to_owned(), "NNNNNNS"),
            page(Some(Role::Admin), format!("/admin/konto/{account}"), "NNNNNNS"),
            page(
                Some(Role::Admin),
                format!("/admin/konto/{account}/lank"),
                "NNNNNNS",
            ),
            page(Some(Role::Admin), "/konto".to_owned(), "SSSSSSS"),
            page(None, "/logga-in".to_owned(), "SSSSSSS"),
            page(None, "/logga-in?fel=ja".to_owned(), "SSSSSSS"),
            page(None, choice, "SSSSSSS"),
            page(None, "/tillganglighet".to_owned(), "SSSSSSS"),
            page(None, "/ordlista".to_owned(), "SSSSSSS"),
            page(None, "/publicerat".to_owned(), "SSSSSSS"),
            page(None, format!("/publicerat/{decided}"), "SSSSSSS"),
            page(None, shared, "SSSSSSS"),
            page(None, link.replacen(&self.url, "", 1), "SSSSSSS"),
            page(steering, "/fel?kod=404".to_owned(), "NNNNNNN"),
        ]
    }

    /// A correction of the report that waits for a decision.
    async fn some_correction(&self, report: &str) -> String {
        let form = CorrectionForm {
            submission: Uuid::now_v7().to_string(),
            report: report.to_owned(),
            section: "background".to_owned(),
            wrong: "Det som står.".to_owned(),
            correct: "Det som ska stå.".to_owned(),
            reason: "Det blev fel.".to_owned(),
            ..CorrectionForm::default()
        };
        let saved = service::report_correction_save(&self.as_steering_unit(), &self.services, form).await;
        let goto = done(saved);
        let (_, id) = goto.split_once("#forslag-").expect("leads to it");
        id.to_owned()
    }

    /// Makes the decided report public, and gives the path of a link to it.
    async fn some_public(&self, report: &str) -> String {
        let (ctx, services) = (self.acting(Role::Leadership), &self.services);
        let id: ReportId = report.parse().expect("a report");
        let life = service::report_life(&ctx, services, id).await.expect("may read");
        if life.may_take.contains(&ReportStep::Publish) {
            service::report_step_take(&ctx, services, id, life.version, ReportStep::Publish, "")
                .await
                .expect("may publish");
        }
        self.shared(report).await
    }

    /// The path of a new link to a decided report.
    pub async fn shared(&self, report: &str) -> String {
        let (ctx, services) = (self.as_steering_unit(), &self.services);
        let id = report.parse().expect("a report");
        let view = service::report_share_view(&ctx, services, id, None).await;
        let form = ReportLinkForm {
            for_whom: "Utskottets kansli".to_owned(),
            ..view.expect("may share").state.form
        };
        match service::report_link_make(&ctx, services, form).await {
            Ok(LinkMade::Made(secret)) => format!("/delad/{secret}"),
            other => panic!("no link was made: {other:?}"),
        }
    }

    /// A measure with a goal and its trend, and a measurement that is not sent in.
    async fn some_measured(&self, initiative: &str, benefit: &str) -> (String, String, String) {
        let (manager, services) = (self.acting(Role::PortfolioManager), &self.services);
        let reviewer = self.acting(Role::Reviewer);
        let of = (
            initiative.parse().expect("an initiative"),
            benefit.parse().expect("a benefit"),
        );
        let measure = measures::added(&manager, services).await;
        let goal = measures::goal_set(&manager, services, of, measure).await;
        service::effect_goal_review(&reviewer, services, goal, 1, true, "")
            .await
            .expect("may approve");
        for (period, value) in [("2025-Q1", "30"), ("2025-Q2", "15")] {
            let logged =
                measures::logged(&manager, services, measures::measured(measure, period, value)).await;
            service::measurement_review(&reviewer, services, logged, 1, true, "")
                .await
                .expect("may approve");
        }
        // One that is due every quarter, and that waits for somebody else.
        let due = due(&manager, services, "Kötid", "ratio").await;
        let of_all = MeasurementForm {
            denominator: "120".to_owned(),
            ..measures::measured(due, "2025-Q2", "15")
        };
        measures::logged(&manager, services, of_all).await;
        let draft = MeasurementForm {
            action: String::new(),
            ..measures::measured(measure, "2025-Q3", "12")
        };
        let draft = measures::logged(&manager, services, draft).await;
        (measure.to_string(), goal.to_string(), draft.to_string())
    }

    /// Freed time of a benefit that is approved, added time that waits and some that is begun; and a value in kronor on an
    /// open statement. Gives the value, and the entry that is begun.
    async fn some_realised(&self, benefit: &str, statement: &str) -> (String, String) {
        let (manager, services) = (self.acting(Role::PortfolioManager), &self.services);
        let benefit: BenefitId = benefit.parse().expect("a benefit");
        let target = FreedTimeTarget::New(benefit);
        let form = service::freed_time_form(&manager, services, target, None).await;
        let initiative = form.expect("may log").initiative.id;
        let freed = async || {
            let view = service::initiative_view(&manager, services, initiative).await;
            view.expect("may read").freed_times
        };
        let entries = [
            (2024, "120,5", Some("100"), "submit"),
            (2023, "−20", None, "submit"),
            (2022, "5", None, "draft"),
        ];
        // Whoever asks again gets what is there.
        let there = !freed().await.is_empty();
        for (year, amount, gone, action) in entries.into_iter().filter(|_| !there) {
            let form = service::freed_time_form(&manager, services, target, None).await;
            let form = FreedTimeForm {
                submission: Uuid::now_v7().to_string(),
                year: year.to_string(),
                amount: amount.to_owned(),
                disposition_kind: gone.iter().map(|_| "budget_cut".to_owned()).collect(),
                disposition_hours: gone.iter().map(|hours| (*hours).to_owned()).collect(),
                action: action.to_owned(),
                ..form.expect("may log").state.form
            };
            done(service::freed_time_save(&manager, services, form).await);
        }
        let all = freed().await;
        let of = |year| all.iter().find(|item| item.entry.year == year).expect("it");
        if !there {
            let (reviewer, one) = (self.acting(Role::Reviewer), of(2024));
            service::freed_time_review(&reviewer, services, one.entry.id, one.version, true, "")
                .await
                .expect("may approve");
        }
        let begun = of(2022).entry.id.to_string();
        let ground = SekGround::Statement(statement.parse().expect("a statement"));
        let target = SekValueTarget::New(benefit, Some(ground));
        let form = service::sek_value_form(&manager, services, target, None).await;
        let form = form.expect("may log");
        // One counts a year: whoever asks again gets the one that is there.
        let view = service::initiative_view(&manager, services, initiative).await;
        if let Some(there) = view.expect("may read").sek_values.first() {
            return (there.value.id.to_string(), begun);
        }
        let form = SekValueForm {
            submission: Uuid::now_v7().to_string(),
            amount: "1 250".to_owned(),
            frequency: "one_off".to_owned(),
            from_year: "2024".to_owned(),
            class: "financial".to_owned(),
            kind: "outcome".to_owned(),
            counts_in_sum: "on".to_owned(),
            ..form.state.form
        };
        done(service::sek_value_save(&manager, services, form).await);
        let view = service::initiative_view(&manager, services, initiative).await;
        let value = &view.expect("may read").sek_values[0].value;
        (value.id.to_string(), begun)
    }

    /// Where somebody chooses a password, after one that was too short.
    async fn some_choice(&self) -> String {
        let email = format!("{}@nytta.example", Uuid::now_v7());
        let new = NewAccount::parse("Ny", Some(&email), &[Role::Auditor]).expect("an account");
        let token = service::account_add(&operator(), &self.services, new).await;
        format!("/logga-in/{}?fel=kort", token.expect("may"))
    }

    /// Code of a benefit group.
    async fn some_group(&self) -> String {
        let view = service::structure_view(&operator(), &self.services).await;
        view.expect("the structure").groups[0].value.code.clone()
    }

    /// The address of the form of something of each kind of the structure.
    async fn structure(&self) -> impl Fn(&str) -> String {
        let view = service::structure_view(&operator(), &self.services).await;
        let view = view.expect("the structure");
        move |kind: &str| {
            let id = match kind {
                "omradesmangd" => view.sets[0].set.value.id.to_string(),
                "omrade" => view.sets[0].areas[0].value.id.to_string(),
                "nyttogrupp" => view.groups[0].value.id.to_string(),
                "enhet" => view.units[0].value.id.to_string(),
                _ => view.portfolios[0].value.id.to_string(),
            };
            format!("/struktur/{kind}/{id}")
        }
    }

    /// The form of some SUS evaluation.
    async fn some_sus(&self) -> String {
        let list = service::initiative_list(&operator(), &self.services, &Query::default()).await;
        for row in list.expect("the register").rows {
            let view = service::initiative_view(&operator(), &self.services, row.id).await;
            for of in view.expect("the initiative").deliveries {
                if let Some(sus) = of.sus.first() {
                    return format!("/initiativ/{}/sus/{}/{}", row.id, of.delivery.id, sus.id);
                }
            }
        }
        panic!("the demo has SUS evaluations")
    }

    /// The first initiative that has a delivery.
    pub async fn some_initiative(&self) -> String {
        let list = service::initiative_list(&operator(), &self.services, &Query::default())
            .await
            .expect("the register");
        list.rows
            .iter()
            .find(|row| row.deliveries > 0)
            .expect("one with a delivery")
            .id
            .to_string()
    }

    /// A delivery of the initiative, and one of its benefits.
    pub async fn some_delivery_and_benefit(&self, initiative: &str) -> (String, String) {
        let id = initiative.parse().expect("an id");
        let view = service::initiative_view(&operator(), &self.services, id).await;
        let deliveries = view.expect("the initiative").deliveries;
        let with_benefit = deliveries.iter().find(|delivery| !delivery.benefits.is_empty());
        let with_benefit = with_benefit.expect("a delivery with a benefit");
        (
            with_benefit.delivery.id.to_string(),
            with_benefit.benefits[0].benefit.id.to_string(),
        )
    }

    /// A statement that its writer has kept as a draft.
    async fn some_draft(&self, initiative: &str, benefit: &str) -> String {
        let client = self.signed_in(Role::PortfolioManager).await;
        let fields = [
            ("initiative", initiative),
            ("benefits[]", benefit),
            ("text", "Ett utkast."),
            ("as_of", "2025-03-01"),
            ("finding", "partly"),
        ];
        let kept = self.post(&client, "/api/statement_save", &fields).await;
        let to = location(&kept);
        let id = to.rsplit("#konstaterad-").next().filter(|id| id.len() == 36);
        id.unwrap_or_else(|| panic!("no draft was kept: {to}")).to_owned()
    }

    /// A benefit calculation with lines, being written.
    pub async fn some_calculation(&self, initiative: &str, benefit: &str) -> String {
        let client = self.signed_in(Role::PortfolioManager).await;
        let basis = [
            ("initiative", initiative),
            ("base_year", "2025"),
            ("horizon_years", "2"),
            ("discount_rate", "3,5"),
        ];
        let begun = self.post(&client, "/api/calculation_save", &basis).await;
        let to = location(&begun);
        let id = to
            .trim_start_matches("/kalkyler/")
            .split('?')
            .next()
            .unwrap_or_default();
        assert_eq!(id.len(), 36, "no calculation was begun: {to}");
        let page = self.get(&client, &format!("/kalkyler/{id}")).await;
        let page = page.text().await.expect("a page");
        // Asked for once more, it has lines already.
        if page.contains("value=\"Minskat porto\"") {
            return id.to_owned();
        }
        let alternative = page
            .split("name=\"alternative\" value=\"")
            .nth(1)
            .expect("an alternative");
        let alternative = alternative.split('"').next().unwrap_or_default();
        let lines = [
            ("id", id),
            ("version", "1"),
            ("alternative", alternative),
            ("unit", "tkr"),
            ("year[0]", "2025"),
            ("year[1]", "2026"),
            ("line_name[0]", "Utveckling"),
            ("line_name[1]", "Minskat porto"),
            ("line_class[0]", "development"),
            ("line_class[1]", "financial"),
            ("line_benefit[0]", ""),
            ("line_benefit[1]", benefit),
            ("low[0]", "900"),
            ("low[1]", ""),
            ("low[2]", ""),
            ("low[3]", "1200"),
            ("likely[0]", "1000"),
            ("likely[1]", ""),
            ("likely[2]", ""),
            ("likely[3]", "1250"),
            ("high[0]", "1100"),
            ("high[1]", ""),
            ("high[2]", ""),
            ("high[3]", "1300"),
        ];
        let saved = self.post(&client, "/api/calculation_lines_save", &lines).await;
        let to = location(&saved);
        assert!(to.ends_with("klart=sparad"), "{to}");
        id.to_owned()
    }

    /// The page that builds the first line of a calculation.
    async fn some_build(&self, calculation: &str) -> String {
        let id = calculation.parse().expect("a calculation");
        let view = service::calculation_view(&operator(), &self.services, id, None, None, None).await;
        let view = view.expect("may read").calculation;
        let line = view.alternatives[0].lines[0].id;
        format!("/kalkyler/{calculation}/rader/{line}/bygg")
    }

    /// An hourly cost that holds, with a later value that is being written.
    pub async fn some_factor(&self) -> (String, String) {
        let steering = self.as_steering_unit();
        let services = &self.services;
        let there = service::factor_list(&steering, services).await;
        if let Some(item) = there.expect("the library").factors.first() {
            let open = item.factor.waiting().next().expect("one is being written");
            return (item.factor.id.to_string(), open.id.to_string());
        }
        let (id, first) = added(&steering, services, typed("Handläggare", "hourly_cost", "450")).await;
        let other = somebody(Role::SteeringUnit, Scope::All);
        let approved = step(&other, services, (id, first), FactorStep::Approve, "").await;
        approved.expect("somebody else approves");
        let form = service::factor_value_form(&steering, services, id, None, None).await;
        let form = FactorValueForm {
            value: "465".to_owned(),
            price_level: "2025".to_owned(),
            ..form.expect("may write").state.form
        };
        let written = service::factor_value_save(&steering, services, form).await;
        assert!(matches!(written, Ok(Answer::Done(_))), "{written:?}");
        let values = shown(&steering, services, id).await.factor.values;
        (id.to_string(), values[1].id.to_string())
    }

    /// An assessment that has been sent in: leadership may return it.
    pub async fn some_sent_assessment(&self) -> String {
        let (steering, subject) = (self.as_steering_unit(), SubjectKey::Area("4.5".to_owned()));
        let view = service::assessment_view(&steering, &self.services, &subject, Some(2025), None).await;
        let view = view.expect("may write");
        let level = view
            .judged
            .proposal
            .map_or("god", |proposal| proposal.level.code());
        let form = AssessmentForm {
            level: level.to_owned(),
            delivery: "god".to_owned(),
            expected: "god".to_owned(),
            realised: level.to_owned(),
            motivation: "Underlaget räcker.".to_owned(),
            action: "submit".to_owned(),
            ..view.state.form
        };
        let sent = service::assessment_save(&steering, &self.services, form).await;
        assert!(matches!(sent, Ok(Answer::Done(_))), "{sent:?}");
        "/bedomning/4.5?rapport=2025".to_owned()
    }

    /// A follow-up round that has been sent out.
    pub async fn some_round(&self) -> String {
        let there = service::round_list(&operator(), &self.services).await;
        if let Some(round) = there.expect("the rounds").rounds.first() {
            return round.id.to_string();
        }
        let client = self.signed_in(Role::SteeringUnit).await;
        let due = (server::now() + TimeDelta::days(60)).date_naive().to_string();
        let fields = [
            ("year", "2025"),
            ("part", "year"),
            ("due", due.as_str()),
            ("message", "Skriv vad ni ser."),
            ("rules[]", "follow_ups"),
            ("rules[]", "due"),
        ];
        let prepared = self.post(&client, "/api/round_save", &fields).await;
        let to = location(&prepared);
        let id = to.trim_start_matches("/uppfoljning/").split('?').next();
        let id = id.filter(|id| id.len() == 36);
        let id = id
            .unwrap_or_else(|| panic!("no round was prepared: {to}"))
            .to_owned();
        let fields = [("id", id.as_str()), ("version", "1"), ("from", "prepared")];
        let sent = self.post(&client, "/api/round_move", &fields).await;
        assert!(location(&sent).contains("klart=utskickad"), "{}", location(&sent));
        id
    }
}

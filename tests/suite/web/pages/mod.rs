//! Every page of the product, with what has to be there for it to show something.

mod calculation;
mod initiative;
mod measured;
mod report;
mod sent;
mod structure;

use domain::account::NewAccount;
use domain::role::Role;
use uuid::Uuid;

use super::site::{Site, operator};

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

    /// Where somebody chooses a password, after one that was too short.
    async fn some_choice(&self) -> String {
        let email = format!("{}@nytta.example", Uuid::now_v7());
        let new = NewAccount::parse("Ny", Some(&email), &[Role::Auditor]).expect("an account");
        let token = service::account_add(&operator(), &self.services, new).await;
        format!("/logga-in/{}?fel=kort", token.expect("may"))
    }
}

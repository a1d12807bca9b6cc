//! Decided reports: one that is public, a link to it, and a correction that waits.

use domain::form::{CorrectionForm, ReportLinkForm};
use domain::id::ReportId;
use domain::report::life::ReportStep;
use domain::role::Role;
use service::LinkMade;
use uuid::Uuid;

use super::super::site::Site;
use crate::support::forms::done;

impl Site {
    /// A correction of the report that waits for a decision.
    pub(super) async fn some_correction(&self, report: &str) -> String {
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
    pub(super) async fn some_public(&self, report: &str) -> String {
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
}

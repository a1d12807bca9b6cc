//! A view is kept for its account alone.

use domain::ctx::Ctx;
use domain::form::{FieldErrors, Problem, SavedViewForm};
use domain::register::{AreaChoice, BenefitFilter, Query};
use domain::role::Role;
use service::{Answer, ServiceError};
use store::Kind;
use uuid::Uuid;

use super::asked;
use crate::support::database::{World, on_both};
use crate::support::demo::Demo;
use crate::support::rows::{audit_seq, run};

on_both!(a_view_is_kept_for_its_account_alone);

async fn a_view_is_kept_for_its_account_alone(world: World) {
    let demo = Demo::load(&world).await;
    let (mine, s) = (demo.ctx(Role::Auditor), &demo.services);
    let form = |name: &str| SavedViewForm {
        submission: Uuid::now_v7().to_string(),
        register: "nyttor".to_owned(),
        query: "omrade=4.2&sok=Öka&sida=abc&sortera=-nytta".to_owned(),
        name: name.to_owned(),
        ..SavedViewForm::default()
    };
    let before = audit_seq(&s.store).await;
    let kept = service::saved_view_save(&mine, s, form(" Åtgärder i 4.2 "))
        .await
        .expect("keeps");
    let expected = "/nyttor?sok=%C3%96ka&omrade=4.2&sortera=-nytta&klart=urval-sparat";
    assert_eq!(kept, Answer::Done(expected.to_owned()));
    assert_eq!(audit_seq(&s.store).await, before + 1);
    let views = async |ctx: &Ctx| {
        let register = service::benefit_register(ctx, s, &Query::default()).await;
        register.expect("a page").frame.views
    };
    let view = views(&mine).await.pop().expect("the view");
    assert_eq!(view.name, "Åtgärder i 4.2");
    let read = asked::<BenefitFilter>(&view.query);
    assert_eq!(read.filter.area, Some(AreaChoice::Number("4.2".to_owned())));

    // The same name, however it is written, is taken; in another register or for somebody else it is not.
    let again = service::saved_view_save(&mine, s, form("ÅTGÄRDER  i 4.2"))
        .await
        .expect("answers");
    let Answer::Again(key) = again else {
        panic!("taken: {again:?}")
    };
    let state =
        service::saved_view_form(&mine, s, domain::register::RegisterKind::Benefits, "", Some(&key)).await;
    let errors: FieldErrors = state.expect("the form").state.errors();
    assert!(
        matches!(errors.of("name"), Some(Problem::Taken { .. })),
        "{errors:?}"
    );
    let elsewhere = SavedViewForm {
        register: "initiativ".to_owned(),
        ..form("Åtgärder i 4.2")
    };
    assert!(matches!(
        service::saved_view_save(&mine, s, elsewhere).await,
        Ok(Answer::Done(_))
    ));
    let theirs = demo.ctx(Role::Leadership);
    assert!(views(&theirs).await.is_empty());
    assert!(matches!(
        service::saved_view_save(&theirs, s, form("Åtgärder i 4.2")).await,
        Ok(Answer::Done(_))
    ));

    let refused = service::saved_view_delete(&theirs, s, view.id).await;
    assert!(matches!(refused, Err(ServiceError::NotFound)), "{refused:?}");
    assert_eq!(views(&mine).await.len(), 1);
    let gone = service::saved_view_delete(&mine, s, view.id)
        .await
        .expect("deletes");
    assert!(gone.ends_with("klart=urval-borttaget"), "{gone}");
    assert!(views(&mine).await.is_empty());
    assert_eq!(views(&theirs).await.len(), 1);
    // The database itself holds one name to one view.
    let id = match world.kind() {
        Kind::Sqlite => "randomblob(16)",
        Kind::Postgres => "gen_random_uuid()",
    };
    let copy = format!(
        "INSERT INTO saved_view SELECT {id}, account_id, register, name, name_folded, query, created_at \
         FROM saved_view"
    );
    assert!(run(&s.store, &copy).await.is_err(), "two views of one name");
}

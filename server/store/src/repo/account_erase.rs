//! Taking somebody's name, and all that they signed in by, from their account.

use domain::ctx::Ctx;
use domain::form::{AccountForm, Form};
use domain::id::AccountId;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use crate::entity::{
    account, account_identity, account_password, calendar_link, digest_choice, digest_note, form_draft,
    one_time_link, recovery_code, saved_view, second_factor, session,
};
use crate::error::Result;

/// The account with an address, disabled or not.
pub async fn account_id_by_email(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    email: &str,
) -> Result<Option<AccountId>> {
    let row = account::Entity::find()
        .filter(account::Column::Email.eq(email))
        .one(db)
        .await?;
    Ok(row.map(|row| row.id.into()))
}

/// Leaves the account, which others' rows refer to, under another name and without an address; what was its
/// own alone goes: password, app, codes, identity, links, sessions, kept views, what they were
/// reminded of and how, and drafts of accounts.
pub async fn account_erase(_ctx: &Ctx, db: &impl ConnectionTrait, id: AccountId, left: &str) -> Result<()> {
    macro_rules! forget {
        ($($entity:ident),+) => {$(
            $entity::Entity::delete_many()
                .filter($entity::Column::AccountId.eq(id.0))
                .exec(db)
                .await?;
        )+};
    }
    forget!(
        account_password,
        second_factor,
        recovery_code,
        account_identity,
        one_time_link,
        session,
        saved_view,
        calendar_link,
        digest_choice,
        digest_note
    );
    // What an administrator has typed of them and not saved.
    form_draft::Entity::delete_many()
        .filter(form_draft::Column::Form.eq(AccountForm::NAME))
        .exec(db)
        .await?;
    account::Entity::update_many()
        .col_expr(account::Column::Name, Expr::value(left))
        .col_expr(account::Column::Email, Expr::value(Option::<String>::None))
        .col_expr(
            account::Column::Version,
            Expr::col(account::Column::Version).add(1),
        )
        .filter(account::Column::Id.eq(id.0))
        .exec(db)
        .await?;
    Ok(())
}

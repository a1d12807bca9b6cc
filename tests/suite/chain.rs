//! The audit chain: what somebody with the database in their hands does to it is found, and where.

use domain::role::Role;
use sha2::{Digest, Sha256};
use store::{AuditRecord, ChainHead, Damage, DamageKind, Kind, Store, Trail, Verified};

use crate::support::database::{World, on_both};
use crate::support::demo::Demo;
use crate::support::operator;
use crate::support::rows::{audit_seq, count, must, number, text, texts, without_guards};

on_both!(
    an_untouched_chain_holds_and_names_its_head,
    the_chain_is_what_its_documentation_says,
    every_altered_column_is_found_at_its_row,
    a_forged_row_breaks_the_one_after_it,
    a_deleted_row_is_found,
    rows_that_change_places_are_found,
    a_cut_tail_is_found_with_a_head_kept_elsewhere_and_not_without,
    a_head_that_points_elsewhere_is_found,
    an_altered_payload_is_found,
    an_erased_payload_still_verifies_and_is_counted,
    damage_far_down_a_long_chain_is_found,
);

async fn verify(store: &Store) -> Result<Verified, Damage> {
    verify_expecting(store, None).await
}

async fn verify_expecting(store: &Store, expected: Option<&ChainHead>) -> Result<Verified, Damage> {
    store::verify(&operator(), store.reader(), expected)
        .await
        .expect("answers")
}

async fn head(store: &Store) -> ChainHead {
    verify(store).await.expect("the chain holds").head
}

fn damage<T>(seq: i64, kind: DamageKind) -> Result<T, Damage> {
    Err(Damage { seq, kind })
}

/// A chain of so many events, without its guards.
async fn chain(world: &World, events: usize) -> Store {
    let store = world.services().await.store;
    let ctx = operator();
    let mut trail = Trail::default();
    for index in 0..events {
        let record = AuditRecord::new("thing.add", "thing", index).note(format!("sak {index}"));
        trail.push(record.after(&index).expect("a number is JSON"));
    }
    let txn = store.write_txn(&ctx).await.expect("begins");
    txn.commit(trail).await.expect("commits");
    without_guards(&store).await;
    store
}

async fn an_untouched_chain_holds_and_names_its_head(world: World) {
    let demo = Demo::load(&world).await;
    let store = &demo.services.store;
    let auditor = demo.ctx(Role::Auditor);
    let verified = service::chain_verify(&auditor, &demo.services, None)
        .await
        .expect("may");
    let verified = verified.expect("the chain holds");
    assert_eq!(verified.erased, 0);
    assert_eq!(verified.head.seq, audit_seq(store).await);
    assert!(verified.head.seq > 10, "import, accounts, links and sessions");
    assert_eq!(
        verified.head.hash,
        text(store, "SELECT hash FROM audit_head").await
    );

    // As printed it is what --expect takes, now and when the chain has grown.
    let kept: ChainHead = verified.head.to_string().parse().expect("reads back");
    assert_eq!(kept, verified.head);
    let txn = store.write_txn(&auditor).await.expect("begins");
    txn.commit(Trail::one(AuditRecord::new("thing.add", "thing", 1)))
        .await
        .expect("commits");
    let verified = verify_expecting(store, Some(&kept))
        .await
        .expect("the chain has grown");
    assert_eq!(verified.head.seq, kept.seq + 1);
    let nothing = ChainHead {
        seq: 0,
        hash: "0".repeat(64),
    };
    verify_expecting(store, Some(&nothing))
        .await
        .expect("every chain begins with nothing");
}

fn hash(fields: &[&[u8]]) -> String {
    let mut hasher = Sha256::new();
    for field in fields {
        hasher.update((field.len() as u64).to_be_bytes());
        hasher.update(field);
    }
    hasher
        .finalize()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// An event's hash as it has to be, from the row as the database has it.
async fn hash_of(store: &Store, seq: i64) -> String {
    let of = |column: &str| format!("SELECT {column} FROM audit_event WHERE seq = {seq}");
    let at = number(store, &of("at")).await;
    let (request, actor) = match store.kind() {
        Kind::Sqlite => ("LOWER(HEX(request_id))", "LOWER(HEX(actor_id))"),
        Kind::Postgres => (
            "REPLACE(CAST(request_id AS text), '-', '')",
            "REPLACE(CAST(actor_id AS text), '-', '')",
        ),
    };
    let request = bytes(&text(store, &of(request)).await);
    let actor = bytes(&text(store, &of(&format!("COALESCE({actor}, '')"))).await);
    let mut texts = Vec::new();
    for column in [
        "prev_hash",
        "action",
        "subject_kind",
        "subject_id",
        "payload_hash",
    ] {
        texts.push(text(store, &of(column)).await);
    }
    let [prev, action, kind, subject, payload] = &texts[..] else {
        panic!("five")
    };
    hash(&[
        prev.as_bytes(),
        &seq.to_be_bytes(),
        &at.to_be_bytes(),
        &actor,
        action.as_bytes(),
        kind.as_bytes(),
        subject.as_bytes(),
        &request,
        payload.as_bytes(),
    ])
}

fn bytes(hex: &str) -> Vec<u8> {
    let pair = |pair: &[u8]| {
        let text = std::str::from_utf8(pair).expect("digits");
        u8::from_str_radix(text, 16).expect("two digits")
    };
    hex.as_bytes().chunks(2).map(pair).collect()
}

async fn the_chain_is_what_its_documentation_says(world: World) {
    let demo = Demo::load(&world).await;
    let store = &demo.services.store;
    let mut before = "0".repeat(64);
    for seq in 1..=audit_seq(store).await {
        let of = |column: &str, table: &str| format!("SELECT {column} FROM {table} WHERE seq = {seq}");
        assert_eq!(
            text(store, &of("prev_hash", "audit_event")).await,
            before,
            "event {seq}"
        );
        let salt = text(store, &of("salt", "audit_payload")).await;
        let payload = text(store, &of("payload", "audit_payload")).await;
        assert_eq!(salt.len(), 32, "128 random bits");
        let payload_hash = text(store, &of("payload_hash", "audit_event")).await;
        assert_eq!(
            payload_hash,
            hash(&[salt.as_bytes(), payload.as_bytes()]),
            "event {seq}"
        );
        before = text(store, &of("hash", "audit_event")).await;
        assert_eq!(before, hash_of(store, seq).await, "event {seq}");
    }
    let salts = texts(store, "SELECT DISTINCT salt FROM audit_payload").await;
    assert_eq!(
        salts.len() as i64,
        audit_seq(store).await,
        "every salt is its own"
    );
}

async fn every_altered_column_is_found_at_its_row(world: World) {
    let store = chain(&world, 6).await;
    let uuid = match world.kind() {
        Kind::Sqlite => "x'000102030405060708090a0b0c0d0e0f'",
        Kind::Postgres => "'00010203-0405-0607-0809-0a0b0c0d0e0f'",
    };
    let zeros = format!("'{}'", "0".repeat(64));
    let changes = [
        ("at", "at + 1"),
        ("actor_id", uuid),
        ("action", "'thing.take'"),
        ("subject_kind", "'other'"),
        ("subject_id", "'other'"),
        ("request_id", uuid),
        ("payload_hash", &zeros),
        ("prev_hash", &zeros),
        ("hash", &zeros),
    ];
    for seq in [1, 3, 6] {
        for (column, value) in changes {
            if (seq, column) == (1, "prev_hash") {
                continue; // Before the first event there is nothing: the same zeros.
            }
            must(
                &store,
                &[
                    "CREATE TABLE kept AS SELECT * FROM audit_event",
                    &format!("UPDATE audit_event SET {column} = {value} WHERE seq = {seq}"),
                ],
            )
            .await;
            assert_eq!(
                verify(&store).await,
                damage(seq, DamageKind::Altered),
                "{column} of event {seq}"
            );
            let back = format!(
                "UPDATE audit_event SET {column} = (SELECT {column} FROM kept WHERE kept.seq = {seq}) \
                 WHERE seq = {seq}"
            );
            must(&store, &[&back, "DROP TABLE kept"]).await;
            verify(&store).await.expect("the chain holds again");
        }
    }
}

async fn a_forged_row_breaks_the_one_after_it(world: World) {
    let store = chain(&world, 6).await;
    must(
        &store,
        &["UPDATE audit_event SET action = 'thing.take' WHERE seq = 3"],
    )
    .await;
    let forged = hash_of(&store, 3).await;
    must(
        &store,
        &[&format!("UPDATE audit_event SET hash = '{forged}' WHERE seq = 3")],
    )
    .await;
    assert_eq!(verify(&store).await, damage(4, DamageKind::Broken));
    // At the end there is no next one: the head tells.
    let store = chain(&world, 6).await;
    must(
        &store,
        &["UPDATE audit_event SET action = 'thing.take' WHERE seq = 6"],
    )
    .await;
    let forged = hash_of(&store, 6).await;
    must(
        &store,
        &[&format!("UPDATE audit_event SET hash = '{forged}' WHERE seq = 6")],
    )
    .await;
    assert_eq!(verify(&store).await, damage(6, DamageKind::Head));
}

async fn delete(store: &Store, which: &str) {
    let [payload, event] =
        ["audit_payload", "audit_event"].map(|table| format!("DELETE FROM {table} WHERE {which}"));
    must(store, &[&payload, &event]).await;
}

async fn a_deleted_row_is_found(world: World) {
    for seq in [1, 3] {
        let store = chain(&world, 6).await;
        delete(&store, &format!("seq = {seq}")).await;
        assert_eq!(verify(&store).await, damage(seq, DamageKind::OutOfOrder));
    }
    // Closing the gap does not help.
    let store = chain(&world, 6).await;
    delete(&store, "seq = 3").await;
    for seq in 4..=6 {
        must(
            &store,
            &[
                &format!(
                    "INSERT INTO audit_event SELECT seq - 1, at, actor_id, action, subject_kind, \
                     subject_id, request_id, payload_hash, prev_hash, hash FROM audit_event WHERE seq = {seq}"
                ),
                &format!("UPDATE audit_payload SET seq = seq - 1 WHERE seq = {seq}"),
                &format!("DELETE FROM audit_event WHERE seq = {seq}"),
            ],
        )
        .await;
    }
    assert_eq!(verify(&store).await, damage(3, DamageKind::Altered));
}

async fn rows_that_change_places_are_found(world: World) {
    let store = chain(&world, 6).await;
    let columns = "at, actor_id, action, subject_kind, subject_id, request_id, payload_hash, prev_hash, hash";
    let put = |seq: i64, from: i64| {
        let sets: Vec<String> = columns
            .split(", ")
            .map(|column| format!("{column} = (SELECT {column} FROM kept WHERE kept.seq = {from})"))
            .collect();
        format!("UPDATE audit_event SET {} WHERE seq = {seq}", sets.join(", "))
    };
    must(
        &store,
        &[
            "CREATE TABLE kept AS SELECT * FROM audit_event",
            &put(3, 4),
            &put(4, 3),
        ],
    )
    .await;
    assert_eq!(verify(&store).await, damage(3, DamageKind::Altered));
}

async fn a_cut_tail_is_found_with_a_head_kept_elsewhere_and_not_without(world: World) {
    let store = chain(&world, 6).await;
    let kept = head(&store).await;
    delete(&store, "seq > 4").await;
    assert_eq!(
        verify(&store).await,
        damage(4, DamageKind::Head),
        "the recorded head still stands"
    );
    must(
        &store,
        &["UPDATE audit_head SET seq = 4, hash = (SELECT hash FROM audit_event WHERE seq = 4)"],
    )
    .await;
    assert_eq!(head(&store).await.seq, 4, "from inside the chain looks whole");
    assert_eq!(
        verify_expecting(&store, Some(&kept)).await,
        damage(6, DamageKind::Expected)
    );

    // Nor does it help to write it on with something else.
    let (ctx, mut trail) = (operator(), Trail::default());
    for index in 0..5 {
        trail.push(AuditRecord::new("thing.add", "thing", index));
    }
    let txn = store.write_txn(&ctx).await.expect("begins");
    txn.commit(trail).await.expect("commits");
    assert_eq!(head(&store).await.seq, 9);
    assert_eq!(
        verify_expecting(&store, Some(&kept)).await,
        damage(6, DamageKind::Expected)
    );
}

async fn a_head_that_points_elsewhere_is_found(world: World) {
    let store = chain(&world, 6).await;
    for change in [
        "seq = 5",
        "seq = 7",
        "hash = (SELECT hash FROM audit_event WHERE seq = 5)",
    ] {
        must(&store, &["CREATE TABLE kept AS SELECT * FROM audit_head"]).await;
        must(&store, &[&format!("UPDATE audit_head SET {change}")]).await;
        assert_eq!(verify(&store).await, damage(6, DamageKind::Head), "{change}");
        must(
            &store,
            &[
                "UPDATE audit_head SET seq = (SELECT seq FROM kept), hash = (SELECT hash FROM kept)",
                "DROP TABLE kept",
            ],
        )
        .await;
    }
    verify(&store).await.expect("the chain holds again");
}

async fn an_altered_payload_is_found(world: World) {
    for (change, kind) in [
        (
            "UPDATE audit_payload SET payload = '{}' WHERE seq = 3",
            DamageKind::PayloadAltered,
        ),
        (
            "UPDATE audit_payload SET payload = payload || ' ' WHERE seq = 3",
            DamageKind::PayloadAltered,
        ),
        (
            "UPDATE audit_payload SET salt = '00' WHERE seq = 3",
            DamageKind::PayloadAltered,
        ),
        // Half erased is not erased.
        (
            "UPDATE audit_payload SET salt = NULL WHERE seq = 3",
            DamageKind::PayloadAltered,
        ),
        (
            "UPDATE audit_payload SET payload = NULL WHERE seq = 3",
            DamageKind::PayloadAltered,
        ),
        ("DELETE FROM audit_payload WHERE seq = 3", DamageKind::PayloadGone),
    ] {
        let store = chain(&world, 6).await;
        must(&store, &[change]).await;
        assert_eq!(verify(&store).await, damage(3, kind), "{change}");
    }
}

async fn an_erased_payload_still_verifies_and_is_counted(world: World) {
    let demo = Demo::load(&world).await;
    let store = &demo.services.store;
    let before = head(store).await;
    // With the guards in place: erasing is what they let through.
    let erase = "UPDATE audit_payload SET salt = NULL, payload = NULL WHERE seq";
    must(store, &[&format!("{erase} = 2"), &format!("{erase} = 4")]).await;
    let verified = verify_expecting(store, Some(&before)).await;
    assert_eq!(
        verified,
        Ok(Verified {
            head: before,
            erased: 2,
            names: 0,
        })
    );
    assert_eq!(
        count(store, "audit_event").await,
        audit_seq(store).await,
        "the events stay"
    );
}

async fn damage_far_down_a_long_chain_is_found(world: World) {
    let store = chain(&world, 2_500).await;
    assert_eq!(head(&store).await.seq, 2_500);
    must(
        &store,
        &["UPDATE audit_event SET action = 'thing.take' WHERE seq = 2100"],
    )
    .await;
    assert_eq!(verify(&store).await, damage(2_100, DamageKind::Altered));
    delete(&store, "seq = 1001").await;
    assert_eq!(verify(&store).await, damage(1_001, DamageKind::OutOfOrder));
}

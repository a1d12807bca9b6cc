//! Proposals that rest on little: each says so where it stands.

use text::Lang;

use super::super::document;
use super::{each, table, words};
use crate::document::Block;
use crate::test_models::decided;

/// The method says that it stands there: at every proposal that is printed, and beside what was decided on it.
#[test]
fn weak_evidence_stands_at_each_proposal() {
    each(|model, document| {
        let standing = &model.standing;
        let weak = |proposal| text::scale::weak(document.lang, proposal);
        let level = standing.proposal.map(|proposal| proposal.level);
        assert!(
            level.is_none() || weak(standing.proposal).is_some(),
            "a model to see it in"
        );
        let says = |words: &str, proposal| match weak(proposal) {
            Some(weak) => assert!(words.contains(&weak), "{words:?} does not say {weak}"),
            None => assert!(!words.contains("svagt") && !words.contains("weak"), "{words:?}"),
        };
        let areas = || standing.areas.iter().map(|area| area.proposal);
        let groups = || standing.groups.iter().map(|group| group.proposal);
        let whole = || [standing.proposal];
        for (fact, proposal) in document.verdicts.iter().zip(whole().into_iter().chain(areas())) {
            says(&words(&fact.text), proposal);
        }
        let rows = table(document, "groups");
        let rows = rows.rows.iter().chain(&rows.foot);
        for (row, proposal) in rows.zip(groups().chain(whole())) {
            says(&row.cells[2].plain(), proposal);
        }
        let scales = document.blocks.iter().filter_map(|block| match block {
            Block::Scale(scale) => Some(scale.proposed.as_ref().map_or("", |mark| mark.words.as_str())),
            _ => None,
        });
        for (said, proposal) in scales.zip(areas()) {
            says(said, proposal);
        }
        for (row, deviation) in document
            .tables()
            .filter(|table| table.code == "deviations")
            .flat_map(|table| &table.rows)
            .zip(model.deviations())
        {
            says(&row.cells[2].plain(), Some(deviation.proposal));
        }
        if text::report::weak_proposals(standing) == text::report::WeakProposals::All {
            says(&table(document, "proposals").caption, standing.proposal);
        }
    });
}

/// Where some of the proposals rest on enough, it stands at each of the others.
#[test]
fn weak_evidence_is_told_apart_cell_by_cell() {
    let mut model = decided();
    if let Some(proposal) = &mut model.standing.proposal {
        proposal.weak_evidence = false;
    }
    let document = document(&model, Lang::Sv, None);
    let proposals = table(&document, "proposals");
    assert!(!proposals.caption.contains("svagt"), "{}", proposals.caption);
    let [foot] = proposals.foot.as_slice() else {
        panic!("one foot")
    };
    let (last, groups) = foot.cells.split_last().expect("cells");
    assert!(!last.plain().contains("svagt"), "{}", last.plain());
    let said = groups
        .iter()
        .filter(|cell| cell.plain().contains("svagt underlag"));
    let proposed = model
        .standing
        .groups
        .iter()
        .filter(|group| group.proposal.is_some());
    assert_eq!(said.count(), proposed.count());
}

use domain::ctx::Ctx;
use domain::figure::Figure;
use domain::form::NewFigure;

use crate::id::new_id;

/// The figures of a form: those that were there before keep their identity, and nobody takes over
/// another thing's figure by naming it.
pub(crate) fn figures(ctx: &Ctx, new: Vec<NewFigure>, before: &[Figure]) -> Vec<Figure> {
    let mut taken = Vec::new();
    new.into_iter()
        .map(|figure| {
            let own = figure
                .id
                .filter(|id| before.iter().any(|known| known.id == *id) && !taken.contains(id));
            let figure = NewFigure { id: own, ..figure }.with(|| new_id(ctx));
            taken.push(figure.id);
            figure
        })
        .collect()
}

//! What refers to what in a program.

use crate::chunk::{Address, Position};
use crate::links::{Links, Target, unnumbered};
use crate::module::functions;
use std::collections::BTreeMap;
use walrus::ir::{Const, Value, Visitor, dfs_in_order};
use walrus::{FunctionId, FunctionKind, GlobalId, Module, TableId};

#[derive(Default)]
pub(crate) struct References {
    /// Numbers in its code, which may be addresses.
    pub numbers: Vec<Address>,
    pub functions: Vec<FunctionId>,
    pub globals: Vec<GlobalId>,
    pub tables: Vec<TableId>,
}

impl Visitor<'_> for References {
    fn visit_const(&mut self, constant: &Const) {
        if let Value::I32(number) = constant.value {
            self.numbers.push(number as Address);
        }
    }

    fn visit_function_id(&mut self, id: &FunctionId) {
        self.functions.push(*id);
    }

    fn visit_global_id(&mut self, id: &GlobalId) {
        self.globals.push(*id);
    }

    fn visit_table_id(&mut self, id: &TableId) {
        self.tables.push(*id);
    }
}

impl References {
    pub(crate) fn of(module: &Module, function: FunctionId) -> Self {
        let mut references = Self::default();
        if let FunctionKind::Local(local) = &module.funcs.get(function).kind {
            dfs_in_order(&mut references, local, local.entry_block());
        }
        references
    }
}

/// What each function uses, then what each constant uses: by their positions in that order.
pub(crate) struct Uses {
    pub of: Vec<Vec<Position>>,
    /// What memory outside of constants refers to.
    pub of_rest: Vec<Position>,
}

pub(crate) fn uses(module: &Module, links: &Links, calls: &[Vec<Position>]) -> Uses {
    let ids = functions(module);
    let mut by_name: BTreeMap<&str, Vec<Position>> = BTreeMap::new();
    let names = ids.iter().map(|id| module.funcs.get(*id).name.as_deref());
    for (position, name) in names.clone().enumerate() {
        let name = name.unwrap_or_default();
        by_name.entry(name).or_default().push(position);
        by_name.entry(unnumbered(name)).or_default().push(position);
    }
    let positions = |targets: &[Target]| -> Vec<Position> {
        let of = |target: &Target| match target {
            Target::Constant(constant) => vec![ids.len() + constant],
            Target::Function(name) => by_name.get(name.as_str()).cloned().unwrap_or_default(),
        };
        targets.iter().flat_map(of).collect()
    };
    let of_functions = names.zip(calls).map(|(name, calls)| {
        let targets = name.map_or(&[] as &[_], |name| links.of_function(name));
        let mut all = positions(targets);
        all.extend(calls);
        all
    });
    let of_constants = links.constants.iter().map(|it| positions(&it.targets));
    Uses {
        of: of_functions.chain(of_constants).collect(),
        of_rest: positions(&links.rest),
    }
}

use crate::*;
use testkit::sql::*;
#[test]
fn all_constructs_are_sql() {
    let server = Server::start(server::find_programs().expect("no postgres"));
    server.run(FUNCTIONS);
    let mut seen = std::collections::HashSet::new();
    let mut tally = std::collections::BTreeMap::new();
    let first = variable("RISKGATE_SEED").unwrap_or(0);
    for seed in first..first + variable("RISKGATE_CASES").unwrap_or(100) {
        let batch = Batch::random(10, 6, Constructs::all(), &mut Rng::seeded(seed));
        let lines = server.run(&(SETTINGS.to_owned() + &batch.postgres()));
        for (index, line) in lines.iter().enumerate() {
            let m = &batch.messages[batch.events[index].message];
            let head = line.split(';').next().unwrap();
            let key = if head.starts_with('=') { "value" } else { head };
            *tally.entry(key.to_owned()).or_insert(0) += 1;
            if head.starts_with("error 4") && seen.insert((seed, m.name.clone())) { println!("seed {seed} {head}\n{}\n{}", m.rules(), m.postgres()); }
        }
    }
    println!("{tally:?}");
}

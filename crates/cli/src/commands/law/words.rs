//! An answer of the legal check as text for a person.

use anyhow::Result;
use vanort_app::Countries;
use vanort_domain::law::{Assessment, Ground, Outcome, PartAnswer, RuleSet, Status};

use crate::output::line;

/// The words around the answers, which the rule files do not have.
struct Frame {
    allowed: &'static str,
    judge: &'static str,
    not_allowed: &'static str,
    day: &'static str,
    actor: &'static str,
    country: &'static str,
    receives: [&'static str; 3],
    stated: &'static str,
    faults: &'static str,
    duties: &'static str,
    no_duties: &'static str,
    to_judge: &'static str,
    speaks_for: &'static str,
    speaks_against: &'static str,
    flags: &'static str,
    forward: &'static str,
    grounds: &'static str,
    from: &'static str,
    settles: &'static str,
    assumed: &'static str,
    unread: &'static str,
    rules: &'static str,
}

const SWEDISH: Frame = Frame {
    allowed: "Tillåtet",
    judge: "En person måste bedöma",
    not_allowed: "Inte tillåtet",
    day: "Beslutsdag",
    actor: "Beslutar",
    country: "Land",
    receives: [
        "får svenskt statligt bistånd",
        "får inte svenskt statligt bistånd",
        "oklart om landet får svenskt statligt bistånd",
    ],
    stated: "enligt svaret på frågan",
    faults: "Rätta först:",
    duties: "Det här ska göras om åtgärden genomförs:",
    no_duties: "Inga särskilda krav på kontroll eller anmälan.",
    to_judge: "Frågan att bedöma:",
    speaks_for: "Talar för:",
    speaks_against: "Talar emot:",
    flags: "Tänk på:",
    forward: "Det här kan ni göra:",
    grounds: "Svaret vilar på:",
    from: "lydelse från",
    settles: "Det här skulle avgöra:",
    assumed: "Antaget, eftersom inget svar gavs:",
    unread: "Namn i ärendet som ingen fråga har:",
    rules: "Reglernas kontrollsumma:",
};

const ENGLISH: Frame = Frame {
    allowed: "Allowed",
    judge: "A person must judge",
    not_allowed: "Not allowed",
    day: "Day of the decision",
    actor: "Decides",
    country: "Country",
    receives: [
        "receives Swedish state aid",
        "does not receive Swedish state aid",
        "not known whether it receives Swedish state aid",
    ],
    stated: "by the answer given",
    faults: "Correct first:",
    duties: "To be done if the measure goes ahead:",
    no_duties: "No particular duties of check or notice.",
    to_judge: "The question to judge:",
    speaks_for: "Speaks for:",
    speaks_against: "Speaks against:",
    flags: "Mind:",
    forward: "What you can do:",
    grounds: "The answer rests on:",
    from: "wording from",
    settles: "This would settle it:",
    assumed: "Assumed, since no answer was given:",
    unread: "Names in the case that no question has:",
    rules: "Digest of the rules:",
};

impl Frame {
    fn outcome(&self, outcome: Outcome) -> &'static str {
        match outcome {
            Outcome::Allowed => self.allowed,
            Outcome::Judge => self.judge,
            Outcome::NotAllowed => self.not_allowed,
        }
    }
}

/// Prints an answer as text.
pub fn tell(
    rules: &RuleSet,
    countries: &Countries,
    answer: &Assessment,
    language: &str,
) -> Result<()> {
    let frame = if language == "sv" { &SWEDISH } else { &ENGLISH };
    line(frame.outcome(answer.outcome).to_uppercase())?;
    if let Some(day) = answer.decision_date {
        line(format_args!("{}: {day}", frame.day))?;
    }
    if let Some(actor) = &answer.actor {
        line(format_args!("{}: {}", frame.actor, actor.get(language)))?;
    }
    tell_country(frame, countries, answer, language)?;
    if !answer.faults.is_empty() {
        line(format_args!("\n{}", frame.faults))?;
        for fault in &answer.faults {
            let question = rules
                .question(&fault.input)
                .map(|question| format!("{} ", question.text.get(language)));
            line(format_args!(
                "  - {}{}",
                question.unwrap_or_default(),
                fault.text.get(language)
            ))?;
        }
    }
    for part in &answer.parts {
        tell_part(frame, rules, part, language)?;
    }
    tell_rest(frame, rules, answer, language)
}

fn tell_country(
    frame: &Frame,
    countries: &Countries,
    answer: &Assessment,
    language: &str,
) -> Result<()> {
    let Some(used) = &answer.country else {
        return Ok(());
    };
    let status = match used.status {
        Status::Yes => frame.receives[0],
        Status::No => frame.receives[1],
        Status::Unknown => frame.receives[2],
    };
    let name = used
        .iso2
        .map(|code| format!("{}, ", countries.name(code, language)))
        .unwrap_or_default();
    let stated = if used.stated {
        format!(" ({})", frame.stated)
    } else {
        String::new()
    };
    line(format_args!("{}: {name}{status}{stated}", frame.country))?;
    if let Some(fact) = &used.fact {
        let date = fact
            .source_date
            .map(|day| format!(", {day}"))
            .unwrap_or_default();
        line(format_args!(
            "  {} ({}{date}; {})",
            fact.note.get(language),
            fact.confidence,
            fact.source_url
        ))?;
    }
    used.notes
        .iter()
        .try_for_each(|note| line(format_args!("  {}", note.get(language))))
}

fn tell_part(frame: &Frame, rules: &RuleSet, part: &PartAnswer, language: &str) -> Result<()> {
    let name = part
        .form_name
        .as_ref()
        .map_or("", |name| name.get(language));
    line(format_args!(
        "\n{name}: {} [{}]",
        frame.outcome(part.outcome),
        part.rows.join(", ")
    ))?;
    line(format_args!("  {}", part.answer.get(language)))?;
    for why in &part.why {
        line(format_args!("  {}", why.get(language)))?;
    }
    if part.duties.is_empty() && part.outcome == Outcome::Allowed {
        line(format_args!("  {}", frame.no_duties))?;
    } else if !part.duties.is_empty() {
        line(format_args!("  {}", frame.duties))?;
        for duty in part.duties.iter().filter_map(|id| rules.duty(id)) {
            line(format_args!(
                "    - {}. {}",
                duty.title.get(language),
                duty.text.get(language)
            ))?;
        }
    }
    for judge in &part.judge {
        line(format_args!(
            "  {} {}",
            frame.to_judge,
            judge.question.get(language)
        ))?;
        line(format_args!(
            "    {} {}",
            frame.speaks_for,
            judge.allowed_if.get(language)
        ))?;
        line(format_args!(
            "    {} {}",
            frame.speaks_against,
            judge.not_allowed_if.get(language)
        ))?;
    }
    for way in &part.ways_forward {
        let words = way.text();
        line(format_args!("  {} {}", frame.forward, words.get(language)))?;
    }
    if !part.flags.is_empty() {
        line(format_args!("  {}", frame.flags))?;
        for flag in &part.flags {
            line(format_args!("    - {}", flag.text.get(language)))?;
        }
    }
    if !part.grounds.is_empty() {
        line(format_args!("  {}", frame.grounds))?;
        for ground in &part.grounds {
            tell_ground(frame, ground, language)?;
        }
    }
    Ok(())
}

fn tell_ground(frame: &Frame, ground: &Ground, language: &str) -> Result<()> {
    let checked = ground
        .checked
        .map(|day| format!(", {day}"))
        .unwrap_or_default();
    line(format_args!(
        "    - {} {} ({} {}; {}{checked}): {}",
        ground.rule,
        ground.act,
        frame.from,
        ground.valid_from,
        ground.source,
        ground.text.get(language)
    ))
}

fn tell_rest(frame: &Frame, rules: &RuleSet, answer: &Assessment, language: &str) -> Result<()> {
    if !answer.settles.is_empty() {
        line(format_args!("\n{}", frame.settles))?;
        for settle in &answer.settles {
            line(format_args!("  {}", settle.question.get(language)))?;
            for branch in &settle.branches {
                let outcome = frame.outcome(branch.outcome);
                line(format_args!(
                    "    - {}: {outcome} [{}]",
                    branch.name.get(language),
                    branch.rows.join(", ")
                ))?;
            }
        }
    }
    for assumed in &answer.assumed {
        let Some(question) = rules.question(&assumed.input) else {
            continue;
        };
        let option = question
            .options()
            .into_iter()
            .find(|option| option.value == assumed.answer);
        let words =
            option.map(|option| option.label(answer.decision_date).get(language).to_owned());
        line(format_args!(
            "\n{} {} {}",
            frame.assumed,
            question.text.get(language),
            words.unwrap_or_default()
        ))?;
    }
    if !answer.unread.is_empty() {
        line(format_args!(
            "\n{} {}",
            frame.unread,
            answer.unread.join(", ")
        ))?;
    }
    line(format_args!("\n{}", answer.guidance.get(language)))?;
    line(format_args!("{} {}", frame.rules, answer.rules_hash))
}

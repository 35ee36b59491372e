/**
 * Every fixed sentence of reports and pages, in the order in which a reader meets them. A pack can word any of them anew in
 * words.yaml. {Names in braces} are filled in. Where a number decides, there is a text for each plural form: {n} is that number
 * in digits, {number} in words.
 */
export const sections = {
  number: {
    about: "Small numbers as they stand in a sentence.",
    words: {
      "0": "no",
      "1": "one",
      "2": "two",
      "3": "three",
      "4": "four",
      "5": "five",
      "6": "six",
      "7": "seven",
      "8": "eight",
      "9": "nine",
      "10": "ten",
      "11": "eleven",
      "12": "twelve",
    },
  },
  verdict: {
    about: "The verdict, at the top of every result.",
    words: {
      nothing: "There is no recommendation yet: no question that counts is answered.",
      tie: "Your answers do not choose between {leaders}.",
      early: "It is too early to say; so far your answers point to {leader}.",
      close: "Your answers hardly choose between {leader} and {rival}; a little to {leader}.",
      leaning: "Your answers lean to {leader}.",
      clear: "Your answers point clearly to {leader}.",
    },
  },
  portrait: {
    about: "The person, before the verdict, where no trait pulls strongly.",
    words: {
      nothing: "No single thing stands out as what draws you.",
    },
  },
  answers: {
    about: "How many questions were answered, and what was said to one where any number of options may be picked.",
    words: {
      counted: "{answered} of the {scored} that count answered",
      none: "None of these",
    },
  },
  sure: {
    about: "How far to trust the result: open questions, answers that would change it, and weights.",
    words: {
      nothing: "Nothing that was answered counts for any of the roles yet.",
      closed: {
        one: "No answer to the question that is still open can end the lead.",
        other: "No answer to the {number} questions that are still open can end the lead.",
      },
      counted: {
        one: "Of the {ways} ways to answer the question that is still open, {leads}. That is a count, not a chance.",
        other:
          "Of the {ways} ways to answer the {number} questions that are still open, {leads}. That is a count, not a chance.",
      },
      sampled: {
        one: "Of {samples} ways to answer the question that is still open, drawn from {ways} with seed {seed}, {leads} (standard error {error}). That is a count, not a chance.",
        other:
          "Of {samples} ways to answer the {number} questions that are still open, drawn from {ways} with seed {seed}, {leads} (standard error {error}). That is a count, not a chance.",
      },
      leads: "{role} leads in {n}",
      shared: "the lead is shared in {n}",
      level: "The points are level, so a single answer that you see differently can decide.",
      unshakable: "Of the answers you could give differently, no set of changes would end {leader}'s lead.",
      flip: {
        one: "One answer, given differently, would be enough for {rival} to catch up: {questions}.",
        other: "{number} answers would have to change before {rival} caught up; the shortest way is {questions}.",
      },
      always: "{leader} leads however the questions are weighed.",
      weights: {
        one: "The result holds even if the question counted {radius} more or less.",
        other: "The result holds even if every question counted {radius} more or less.",
      },
      share: "Of all ways to weigh them, {leader} leads in {share}.",
      "sampled-share":
        "Of {samples} ways to weigh them, drawn with seed {seed}, {leader} leads in {share} (standard error {error}).",
    },
  },
  kind: {
    about: "The sort of the role that fits best, and how narrowly.",
    words: {
      level: "level with the next kind",
      ahead: { one: "{n} point ahead of the next kind", other: "{n} points ahead of the next kind" },
      tied: "{kind} (tied)",
    },
  },
  mind: {
    about: "What to keep in mind: the heading of the tension, and of a note that is about one of several roles.",
    words: {
      tension: "Drawn to {drawn}, able as {able}",
      note: "{role}: {title}",
    },
  },
  limits: {
    about: "How far any advice reaches, where there is no room for the pack's own words.",
    words: {
      short: "It weighs what draws you and tests nothing: explore with it, and never select applicants by it.",
    },
  },
  verdicts: {
    about: "The table of verdicts, in the guide and in details: when each one is said, and what it means.",
    words: {
      title: "How sure the advice is, and what its numbers say",
      words: "In words",
      when: "When",
      means: "What it means for you",
      first: "The first that holds is the verdict.",
      "tie-when": "Two roles or more share the lead.",
      "early-when": "Questions that are still open could end the lead.",
      "up-to-when": {
        one: "One answer, given differently, would end the lead.",
        other: "{from} to {number} answers, given differently, would end the lead.",
      },
      "exactly-when": {
        one: "One answer, given differently, would end the lead.",
        other: "{number} answers, given differently, would end the lead.",
      },
      "clear-when": {
        one: "One answer or more, given differently, would be needed to end the lead, or no change could.",
        other: "{number} answers or more, given differently, would be needed to end the lead, or no change could.",
      },
      "tie-means": "Nothing is recommended. Look at what would decide it, and at both paths side by side.",
      "early-means": "Answer more, those first that the advice names. Until then the leader is a first guess.",
      "close-means":
        "Your answers do not tell the two apart, and that is news you can use: both may suit you, or neither. Think again about what would decide it, and read both paths.",
      "leaning-means": "A direction and not yet a decision. Try it in small steps before you bet on it.",
      "clear-means":
        "Your answers agree with each other. Whether they fit your world is what the first steps find out.",
    },
  },
  numbers: {
    about: "What the numbers in details say: a title and a text for each.",
    words: {
      title: "The numbers beside it",
      points: "Points",
      "points-text":
        "What your answers give a role: the strength of each trait that they show, times what the role makes of it. The lead is a difference of points, and each reason tells what one trait adds to it or takes from it.",
      flip: "Answers that would have to change",
      "flip-text":
        "The smallest set of answers that would let another role catch up. What you cannot decide to change, such as years of work, is never in it.",
      weights: "How much the questions could weigh",
      "weights-text":
        "Somebody chose the weights. As long as each question is worth more or less by no more than the share given, all of them at once and in any direction, the leader stays. The second share tells in which part of all ways to weigh the questions it leads. A way is any split of the weight among the questions that you answered, from all of it on one to the same for each, and each split counts alike.",
      open: "Ways to answer what is open",
      "open-text":
        "In how many of all ways to answer the open questions each role would lead. Every way counts once, so this is a count and not a chance.",
      absent: "What is not among them",
      "absent-text": "A probability. No number here says how likely you are to be right, happy or hired.",
    },
  },
} as const satisfies Record<string, Section>;

export type EnglishEntry = string | { readonly one: string; readonly other: string };

interface Section {
  /** Where these sentences stand. */
  readonly about: string;
  readonly words: Readonly<Record<string, EnglishEntry>>;
}

/** The same for whoever walks through them. */
export const allSections: Readonly<Record<string, Section>> = sections;

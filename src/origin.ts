import { closeSync, fstatSync, openSync, readSync } from "node:fs";

/** What files of this program are known by near their start: records and pages, rows of a cohort, lists of their faults. */
const starts = [
  /^\{\s*"format": "role-advisor\//,
  /^format: role-advisor\//,
  /^<!doctype html>[\s\S]*<meta name="generator" content="role-advisor /,
  // The names that batch adds stand last, with a prefix before each if one was given.
  /^.*role([\t,;|:^~!%&*/])(.*)verdict\1\2margin\1\2flip\1\2certain\1\2points_.*\1\2answered\1\2error\r?\n/,
  /^\{.*"([^"]*)role":[^,]+,"\1verdict":[^,]+,"\1margin":[^,]+,"\1flip":[^,]+,"\1certain":[^,]+,"\1points":.+,"\1answered":[^,]+,"\1error":.*\}\r?\n/,
  /^\{.*advice":\{"format":"role-advisor\//,
  /^.+:\d+(?::\d+)?: row \d+: .+\n/,
];

/** And at their end: text and Markdown. */
const ends = [
  /^Keep it: `?(?:\S.* )?\S*role-advisor\S* (?:--pack .+ )?--code \S+`?\s*$/m,
  /\sThey\s+are\s+for\s+exploring,\s+and\s+never\s+for\s+selecting\s+applicants\.\s*$/,
];

/** The first row of a cohort may be long. */
const headBytes = 65_536;
const tailBytes = 1024;

/** Did this program write the file? One that holds nothing is free to take as well. */
export function isOurs(file: string): boolean {
  const descriptor = openSync(file, "r");
  try {
    const { size } = fstatSync(descriptor);
    const head = read(descriptor, 0, headBytes);
    const tail = read(descriptor, Math.max(0, size - tailBytes), tailBytes);
    return size === 0 || starts.some((start) => start.test(head)) || ends.some((end) => end.test(tail));
  } finally {
    closeSync(descriptor);
  }
}

function read(descriptor: number, from: number, most: number): string {
  const bytes = Buffer.alloc(most);
  return bytes.toString("utf8", 0, readSync(descriptor, bytes, 0, most, from));
}

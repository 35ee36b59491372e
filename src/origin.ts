import { closeSync, fstatSync, openSync, readSync } from "node:fs";

/** What files of this program are known by, near their start (records and pages) or at their end (text and Markdown). */
const starts = [
  /^\{\s*"format": "role-advisor\//,
  /^format: role-advisor\//,
  /^<!doctype html>[\s\S]*<meta name="generator" content="role-advisor /,
];
const ends = /^Keep it: `?role-advisor (?:--pack .+ )?--code \S+`?\s*$/m;

const most = 1024;

/** Did this program write the file? One that holds nothing is free to take as well. */
export function isOurs(file: string): boolean {
  const descriptor = openSync(file, "r");
  try {
    const { size } = fstatSync(descriptor);
    const head = read(descriptor, 0);
    const tail = read(descriptor, Math.max(0, size - most));
    return size === 0 || starts.some((start) => start.test(head)) || ends.test(tail);
  } finally {
    closeSync(descriptor);
  }
}

function read(descriptor: number, from: number): string {
  const bytes = Buffer.alloc(most);
  return bytes.toString("utf8", 0, readSync(descriptor, bytes, 0, most, from));
}

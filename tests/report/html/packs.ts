import { builtIn } from "../../../src/pack/built-in.ts";
import type { Pack } from "../../../src/pack/pack.ts";

/** The built-in pack with every text that a reader sees replaced. */
export function withTexts(text: string, pack: Pack = builtIn): Pack {
  const shown = ["title", "intro", "say", "ask", "why", "label", "name", "short", "usual", "do", "learn", "by", "note"];
  return JSON.parse(
    JSON.stringify(pack, (key, value) => (shown.includes(key) && typeof value === "string" ? text : value)),
  );
}

/** The built-in pack with five roles: the further ones weigh what the first two do, in other ways. */
export function withFiveRoles(): Pack {
  const [cio, cto] = builtIn.roles as [Pack["roles"][number], Pack["roles"][number]];
  const like = (role: typeof cio, id: string, short: string, name: string, shift: number): typeof cio => ({
    ...role,
    id,
    short,
    name,
    traits: Object.fromEntries(
      Object.entries(role.traits).map(([trait, one], i) => [
        trait,
        { ...one, weight: ((one.weight + shift * i) % 5) + 1 },
      ]),
    ),
    counterpart: {},
  });
  return {
    ...builtIn,
    roles: [
      cio,
      cto,
      like(cto, "vpe", "VPE", "Vice President of Engineering", 1),
      like(cio, "ciso", "CISO", "Chief Information Security Officer", 2),
      like(cto, "cpo", "CPO", "Chief Product Officer", 3),
    ],
  };
}

/** The built-in pack without anything that a pack may leave out. */
export function withoutExtras(): Pack {
  const none = { faces: [], orientation: [], measured_by: [], responsibilities: [], goals: [], challenges: [] };
  return {
    ...builtIn,
    tension: null,
    notes: [],
    roles: builtIn.roles.map((role) => ({
      ...role,
      profile: { ...none, reports_to: [], qualifies_by: [] },
      traits: Object.fromEntries(Object.entries(role.traits).map(([id, trait]) => [id, { ...trait, grow: [] }])),
      kinds: [],
      path: [],
      notes: [],
      counterpart: {},
    })),
  };
}

export { answersFrom, type Numbers } from "../advice/scorecard.ts";
export { numberOf, open } from "../pack/pick.ts";

/** The one style sheet of a report: light and dark, on paper, and from 360 pixels on. */
export const htmlStyle = `
:root {
  color-scheme: light dark;
  --paper: #f6f7f5; --card: #fff; --ink: #1c211f; --quiet: #56605b; --line: #dcE1dd; --accent: #0b6b53;
  --bad: #a3241b; --bad-bg: #fdeeec; --warn: #7a4d00; --warn-bg: #fdf3df; --good: #14663f; --good-bg: #e8f5ec;
  --calm: #2c5573; --calm-bg: #eaf2f8;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #121614; --card: #1b201e; --ink: #e9eeeb; --quiet: #a5b0aa; --line: #343c38; --accent: #6fd3b2;
    --bad: #ff9d93; --bad-bg: #3a1c1a; --warn: #f2c46d; --warn-bg: #35290f; --good: #86d9a8; --good-bg: #16301f;
    --calm: #9cc8e8; --calm-bg: #182a38;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0; background: var(--paper); color: var(--ink); overflow-wrap: anywhere;
  font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
}
.skip { position: absolute; left: 1rem; top: -4rem; padding: .5rem 1rem; background: var(--accent); color: var(--paper); border-radius: .4rem; }
.skip:focus { top: 1rem; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: .3rem; }
.wrap { max-width: 52rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
.brand { margin: 0 0 .25rem; color: var(--quiet); font-size: .85rem; }
.brand b { color: var(--accent); letter-spacing: .02em; }
h1 { margin: 0 0 1rem; font-size: clamp(1.6rem, 5vw, 2.2rem); line-height: 1.15; letter-spacing: -.02em; }
h2 { margin: 2.75rem 0 1rem; font-size: 1.25rem; letter-spacing: -.01em; }
h3 { margin: 0; font-size: 1.1rem; }
p { margin: .5rem 0; }
ul { margin: .5rem 0; padding: 0; list-style: none; }
.facts { display: flex; flex-wrap: wrap; gap: .15rem 1.5rem; margin: -.35rem 0 1.1rem; font-size: .88rem; }
.facts div { display: flex; gap: .4rem; } .facts dt { flex: none; color: var(--quiet); } .facts dd { margin: 0; }
a { color: var(--accent); }
.lead { margin: 0; padding: 1rem 1.25rem; border-radius: .75rem; border-left: .35rem solid var(--good); background: var(--good-bg); font-size: 1.15rem; font-weight: 600; }
.lead.grave { border-color: var(--bad); background: var(--bad-bg); }
.more { color: var(--quiet); margin: .75rem 0 0; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: .6rem; margin: 1.25rem 0 0; }
.tiles li { padding: .65rem .9rem; background: var(--card); border: 1px solid var(--line); border-radius: .75rem; font-size: .85rem; color: var(--quiet); line-height: 1.3; }
.tiles b { display: block; font-size: 1.6rem; line-height: 1.2; color: var(--ink); font-variant-numeric: tabular-nums; }
.tiles .remove b { color: var(--bad); } .tiles .promote b, .tiles .demote b { color: var(--warn); } .tiles .add b { color: var(--good); } .tiles .none b { color: var(--quiet); }
.card { margin: 0 0 1rem; padding: 1.1rem 1.25rem; background: var(--card); border: 1px solid var(--line); border-radius: .75rem; }
.group > header { display: flex; flex-wrap: wrap; align-items: baseline; gap: .35rem .75rem; margin-bottom: .6rem; }
.file { color: var(--quiet); font-size: .82rem; font-family: ui-monospace, "SF Mono", Menlo, Consolas, monospace; }
.badges { display: flex; flex-wrap: wrap; gap: .3rem; margin: 0 0 0 auto; }
.badge { padding: .1rem .6rem; border-radius: 1rem; font-size: .78rem; font-weight: 600; background: var(--calm-bg); color: var(--calm); }
.badge.high, .badge.refused { background: var(--bad-bg); color: var(--bad); }
.badge.done { background: var(--good-bg); color: var(--good); }
.badge.medium, .badge.trouble { background: var(--warn-bg); color: var(--warn); }
.alert { margin: .6rem 0; padding: .6rem .9rem; border-radius: .5rem; background: var(--bad-bg); color: var(--bad); }
.fate { margin: .9rem 0 .2rem; font-weight: 600; font-size: .92rem; }
.do li { display: flex; gap: .6rem; padding: .2rem 0; }
.sign { flex: none; width: 1.5rem; height: 1.5rem; border-radius: .4rem; text-align: center; line-height: 1.5rem; font-weight: 700; background: var(--calm-bg); color: var(--calm); }
.sign.remove { background: var(--bad-bg); color: var(--bad); }
.sign.promote, .sign.demote { background: var(--warn-bg); color: var(--warn); }
.sign.add { background: var(--good-bg); color: var(--good); }
.photos { display: grid; grid-template-columns: repeat(2, minmax(0, 12rem)); gap: .4rem 1rem; align-items: end; margin: .8rem 0; }
.photos:has(.larger[open]) { grid-template-columns: repeat(2, minmax(0, 20rem)); }
.photos figure { margin: 0; } .photos .larger { grid-column: 1 / -1; margin: 0; } .larger p { margin: 0; color: var(--quiet); font-size: .82rem; }
.photos img, .photos .nothing { display: block; width: 100%; height: auto; aspect-ratio: 1; border-radius: .75rem; object-fit: cover; border: 1px solid var(--line); }
.photos .nothing { display: grid; place-items: center; padding: .5rem; border-style: dashed; color: var(--quiet); font-size: .78rem; text-align: center; line-height: 1.3; }
.photos figcaption { margin-top: .3rem; color: var(--quiet); font-size: .82rem; }
.topic { margin: .8rem 0; border: 1px solid var(--line); border-radius: .5rem; overflow: hidden; font-size: .92rem; }
.topic > * { display: block; position: relative; padding-block: .15rem; padding-inline: 1.9rem .75rem; text-decoration: none; white-space: pre-wrap; }
.topic del { background: var(--bad-bg); color: var(--bad); } .topic ins { background: var(--good-bg); color: var(--good); }
.topic span.mark { position: absolute; inset-inline-start: .75rem; font-weight: 700; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
details { margin-top: .6rem; } summary h2 { display: inline; } .names { margin: 0; } .names summary { padding: 0; color: inherit; font-size: inherit; font-weight: inherit; } summary { cursor: pointer; color: var(--accent); font-size: .9rem; font-weight: 600; width: fit-content; padding: .25rem 0; }
table { width: 100%; border-collapse: collapse; font-size: .9rem; margin-top: .5rem; }
th, td { padding: .4rem .6rem .4rem 0; text-align: left; vertical-align: top; border-top: 1px solid var(--line); }
thead th { border-top: 0; color: var(--quiet); font-size: .8rem; font-weight: 600; overflow-wrap: normal; } tbody th { font-weight: 500; } td { color: var(--quiet); }
td.number { font-variant-numeric: tabular-nums; color: var(--ink); }
.dates th, .dates td { min-width: 7.5rem; } .dates td:nth-child(3) { color: var(--ink); }
.rows td { min-width: 10rem; }
.card > ul, .card > table { margin: 0; }
.plain li { padding: .3rem 0 .3rem 1.1rem; position: relative; } .plain li::before { content: "•"; position: absolute; left: 0; color: var(--quiet); }
@media (max-width: 34rem) {
  .photos:has(.larger[open]) { grid-template-columns: minmax(0, 20rem); }
  .wrap { padding: 1.25rem .9rem 3rem; } .badges { margin-left: 0; } .card { padding: .9rem 1rem; } .tiles { grid-template-columns: 1fr 1fr; }
  thead { position: absolute; clip-path: inset(50%); } tr { display: block; padding: .4rem 0; border-top: 1px solid var(--line); }
  th, td, .rows td { display: block; min-width: 0; padding: 0; border: 0; }
  .people td:empty { display: none; } .people td::before { content: attr(data-of) ": "; color: var(--quiet); }
}
@page { margin: 15mm; }
@media print {
  :root { --paper: #fff; --card: #fff; --ink: #000; --quiet: #444; --line: #bbb; }
  body { font-size: 11pt; } .wrap { max-width: none; padding: 0; } .tiles li, .alert, figure, tr { break-inside: avoid; } h2, h3, .group > header, .fate { break-after: avoid; }
  .skip, summary:not(:has(h2)) { display: none; } details::details-content { display: block; content-visibility: visible; height: auto; }
  .lead, .badge, .sign, .alert, .topic > * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;

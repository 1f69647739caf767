import { THEME_COLOURS } from '@core/charts/theme-colours'
import type { FontFace } from './export-file'

const { ink, ink2, rule, line, marker, markerSoft, soft, link } = THEME_COLOURS.light

/** A CSS string: quotes and line ends of a title must not end it. */
const cssString = (text: string): string =>
  `"${text.replaceAll(/["\\\n\r\f<>]/g, (mark) => `\\${mark.codePointAt(0)?.toString(16) ?? ''} `)}"`

/** As the typeface's makers cut it: Western letters, then the rest of the Latin ones (č, š, ž, ā, ń). */
const RANGES: { readonly [S in FontFace['set']]: string } = {
  latin:
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
  'latin-ext':
    'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
}

/** The bundled typeface inside of a page that must read alone. */
export const fontFaces = (fonts: readonly FontFace[] | null): string =>
  (fonts ?? [])
    .map(
      ({ style, set, data }) =>
        `@font-face{font-family:"Atkinson Hyperlegible Next";font-style:${style};font-weight:200 800;src:url(data:font/woff2;base64,${data}) format("woff2");unicode-range:${RANGES[set]}}`,
    )
    .join('')

/** Screen and A4 print from the same rules; colours are those of paper, patterns carry the voices in black and white. */
export const reportCss = (
  fonts: readonly FontFace[] | null,
  running: { readonly lab: string; readonly title: string; readonly page: string },
): string =>
  `${fontFaces(fonts)}
@page{size:A4;margin:54px 62px 62px 66px;@bottom-left{content:${cssString(running.title)};font-size:9pt;color:${ink2}}@bottom-right{content:${cssString(running.page)} " " counter(page) " / " counter(pages);font-size:9pt;color:${ink2}}@top-left{content:${cssString(running.lab)};font-size:9pt;color:${ink2}}}
@page :first{@top-left{content:none}}
*{box-sizing:border-box}
html{font:16px/1.5 "Atkinson Hyperlegible Next",system-ui,sans-serif;color:${ink};background:#fff;font-variant-numeric:lining-nums tabular-nums}
body{margin:0}
main{max-width:794px;margin:0 auto;padding:40px 62px 0 66px}
.skip{position:absolute;left:-999px}.skip:focus{left:16px;top:16px;background:#fff;padding:8px}
a{color:${link}}
.running{display:flex;justify-content:space-between;gap:24px;font-size:.8125rem;color:${ink2};margin:0 0 16px;max-width:none}
.title{display:flex;justify-content:space-between;align-items:flex-start;gap:32px}.title .logo{flex:none}
h1{font-size:1.9rem;line-height:1.15;letter-spacing:-.012em;margin:0 0 8px;text-wrap:balance;overflow-wrap:anywhere}
h2{font-size:1.4rem;line-height:1.2;letter-spacing:-.012em;margin:0 0 12px;padding-top:14px;border-top:2px solid ${ink};break-after:avoid}
h3{font-size:1.05rem;line-height:1.3;margin:22px 0 8px;break-after:avoid}
h4{font-size:.95rem;line-height:1.3;margin:18px 0 6px;color:${ink2};break-after:avoid}
p{margin:0 0 10px;max-width:75ch;overflow-wrap:anywhere;orphans:2;widows:2}p:has(+.table),p:has(+figure),p:has(+ul){break-after:avoid;break-inside:avoid}li{break-inside:avoid}
ul:not([class]) li:first-child:not(:last-child){break-after:avoid}ul:not([class]) li:last-child:not(:first-child){break-before:avoid}
.meta{color:${ink2};font-size:.875rem;margin:0 0 4px}
.lead{background:${markerSoft};border-left:6px solid ${marker};padding:14px 18px;margin:18px 0;font-size:1.05rem;max-width:none;-webkit-print-color-adjust:exact;print-color-adjust:exact}
.lead,.notice{break-inside:avoid}.lead strong{font-weight:650}
.notice{border-left:4px solid ${line};background:${soft};padding:8px 14px}
.number{color:${ink2};font-weight:500;margin-right:6px}
.summary{display:grid;grid-template-columns:1fr 1.35fr;gap:8px 30px}
.summary>.lead{grid-column:1/-1;margin-bottom:6px}
.box{grid-column:1/-1;break-inside:avoid;min-width:0}.box.wide{grid-column:1/-1}.summary table{font-size:.85rem}.summary th,.summary td{padding-top:4px;padding-bottom:4px}.summary p,.summary li{font-size:.875rem}.summary .lead{font-size:1.02rem}.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}.day{white-space:nowrap}
.box.half{grid-column:auto}
.box h2{font-size:1.05rem;line-height:1.3;letter-spacing:0;border-top:2px solid ${ink};padding-top:10px;margin:14px 0 8px}
nav{margin-top:28px;break-inside:avoid}
nav ol{margin:0;padding-left:1.4em;columns:2;column-gap:30px}
.part{margin-top:40px}
figure{margin:14px 0 20px;break-inside:avoid}
figcaption{margin-bottom:8px;color:${ink2};max-width:75ch}figcaption strong{display:block;color:${ink};font-size:1.05rem}
svg.chart{max-width:100%;height:auto;display:block;-webkit-print-color-adjust:exact;print-color-adjust:exact}
.legend{display:flex;flex-wrap:wrap;gap:4px 18px;list-style:none;margin:10px 0 0;padding:0;font-size:.875rem}
.as-table{display:inline-block;margin-top:8px;font-size:.875rem}
.mark{vertical-align:-1px;margin-right:3px;-webkit-print-color-adjust:exact;print-color-adjust:exact}
.marks{white-space:nowrap}
.table{overflow-x:auto;margin:12px 0 20px}
table{position:relative;border-collapse:collapse;width:100%;font-size:.9rem}
caption{text-align:left;font-weight:690;padding:0 0 6px;font-size:1rem;break-after:avoid}
th,td{text-align:left;vertical-align:top;padding:6px 12px 6px 0;border-bottom:1px solid ${rule};overflow-wrap:break-word}
thead .num{white-space:normal;overflow-wrap:break-word}@media screen and (max-width:640px){tbody th{min-width:9em}table.several{min-width:34rem}}thead th{border-bottom:1.5px solid ${ink};color:${ink2};font-weight:500;vertical-align:bottom}
tbody th{font-weight:600}
.num+:not(.num){padding-left:16px}
.num{text-align:right;padding-right:4px;padding-left:12px;white-space:nowrap}.num.words{white-space:normal}
table.crowded{font-size:.78rem}.crowded th,.crowded td{padding-right:6px}.crowded .num{padding-left:6px}
.voice{white-space:nowrap;margin-right:12px}.count{white-space:nowrap}
table.short{break-inside:avoid}.box.wide,.box.wide table.short{break-inside:auto}thead{display:table-header-group}tr{break-inside:avoid}
abbr{text-decoration:none;color:${ink2}}
ul,ol{margin:0 0 12px;padding-left:1.3em}li{margin:2px 0}
dl{display:grid;grid-template-columns:minmax(110px,max-content) 1fr;gap:4px 18px;margin:0 0 10px}
dt{color:${ink2}}dd{margin:0;overflow-wrap:anywhere}
.decision{break-inside:avoid;border-bottom:1px solid ${rule};padding-bottom:12px;margin-bottom:6px}
.objections{border-left:4px solid ${line};padding-left:14px;margin-top:8px}.label{font-weight:650;margin:0 0 4px}
blockquote{margin:0 0 10px;padding:0 0 0 14px;border-left:2px solid ${rule};break-inside:avoid}
blockquote p{font-style:italic;margin:0;white-space:pre-wrap}
blockquote footer{font-size:.8125rem;color:${ink2}}
.whole{break-inside:avoid}.part>p:last-child:not(:first-child){break-before:avoid}.lines{break-inside:avoid;margin:10px 0 28px}.line{height:32px;border-bottom:1px solid ${line}}
.note{font-size:.8125rem;color:${ink2};margin-top:6px}
.foot p{max-width:none}.foot{break-inside:avoid;break-before:avoid;border-top:1px solid ${rule};margin-top:48px;padding-top:14px;padding-bottom:40px;font-size:.8125rem;color:${ink2}}
.logos{display:flex;flex-wrap:wrap;gap:10px 28px;align-items:center;max-width:none}.logos img{height:38px;width:auto;max-width:200px;object-fit:contain}.cover .logos{margin:0 0 12px}
@media screen and (max-width:640px){figure{overflow-x:auto}.part svg.chart{max-width:none}main{padding-left:20px;padding-right:20px}.summary{display:block}nav ol{columns:1}dl{display:block}dt{margin-top:6px}.title .logo{display:none}.running{flex-direction:column;gap:0}}
@media print{html{font-size:10.5pt}main{max-width:none;padding:0}.part{margin-top:30px}.part.page{break-before:page;margin-top:0}dl{break-inside:avoid}h3{margin:16px 0 6px}h4{margin:14px 0 4px}figure{margin:10px 0 14px}.table{margin:10px 0 14px}.part .lead{margin:10px 0;padding:10px 16px}
.annex{columns:2;column-gap:34px;column-fill:balance}.annex h2,.annex h3,.annex .notice,.annex h2+p{column-span:all}.annex h2{padding-top:14px}.annex h4{margin-top:12px}.annex blockquote{margin-bottom:8px}
.as-table,.skip{display:none}a{color:inherit;text-decoration:none}.table{overflow:visible}.running{font-size:9pt}}
`.replaceAll(/\n/g, '')

import type { SlipFormat } from './ballot-format'
import { innerWidth } from './ballot-format'
import { PARTS } from './ballot-fit'
import type { FontFace } from './export-file'
import { fontFaces } from './html-style'

/** Shared by slips and the access sheet: A4 upright, black only, pages as large as the paper. */
export const paperCss = (fonts: readonly FontFace[] | null): string =>
  `${fontFaces(fonts)}
@page{size:A4;margin:0}
*{box-sizing:border-box}
html{font-family:"Atkinson Hyperlegible Next",system-ui,sans-serif;color:#000;background:#fff;font-variant-numeric:lining-nums tabular-nums;-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{margin:0}
h1,h2,p,ul,ol{margin:0;padding:0}
ul,ol{list-style:none}
.page{position:relative;width:793px;height:1122px;overflow:hidden;break-after:page;background:#fff}
.page:last-child{break-after:auto}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
@media screen{body{background:#888;padding:16px 0}.page{margin:0 auto 16px}}
`

/** Every height here is counted in ballot-fit.ts. */
export const ballotCss = (fonts: readonly FontFace[] | null, format: SlipFormat): string => {
  const { size, line, gap, pad, title, columns, circle, markGap, corner, picture } = format
  const figure = circle + 4
  return `${paperCss(fonts)}
.page{display:grid;grid-template-columns:repeat(${columns},minmax(0,1fr));grid-auto-rows:${format.height}px}
.cut{position:absolute;border:0 dashed #000}
.cut.down{top:0;bottom:0;left:50%;border-left-width:1px}
.cut.across{left:0;right:0;border-top-width:1px}
.cut svg{position:absolute;width:15px;height:15px;background:#fff}
.cut.down svg{left:-8px;top:8px;rotate:90deg}
.cut.across svg{left:8px;top:-8px}
.slip{min-width:0;padding:${pad.top}px ${pad.right}px ${pad.bottom}px ${pad.left}px;font-size:${size}px;line-height:${line}px;overflow-wrap:anywhere}
.head{display:grid;grid-template-columns:minmax(0,1fr) ${corner}px;gap:0 ${PARTS.cornerGap}px;margin-bottom:${gap}px}
h1{font-size:${title.size}px;line-height:${title.line}px;font-weight:700;letter-spacing:-.01em}
.again h1{font-size:${size}px;line-height:${line}px}
.box{height:${PARTS.boxHeight(format)}px;border:1.5px solid #000;border-radius:5px;display:grid;align-content:center;text-align:center;font-weight:700;white-space:nowrap}
.box .number{font-size:${size * 1.65}px;line-height:${line * 1.15}px}
.box .code{line-height:${line * 0.85}px;font-size:${Math.max(13, size * 0.9)}px;letter-spacing:.04em}
.box .sample{font-size:13px;line-height:${line * 0.85}px;white-space:normal}
.square{display:block;margin-top:${PARTS.squareGap}px}
.how.under{margin-bottom:${gap}px}
.head .how{margin-top:${gap / 2}px}
.voices{border-top:1.5px solid #000;padding-top:${gap}px;padding-bottom:${gap}px}
.voices b,.kept b{font-weight:700}
.voices ul{display:grid;grid-template-columns:repeat(${format.voiceColumns},minmax(0,1fr));align-items:start}
.voices li{display:flex;gap:8px;min-height:${format.voiceLine}px;padding-top:${(format.voiceLine - line) / 2}px;padding-right:6px;font-weight:600}
.voices i{flex:none;width:${PARTS.voiceBox}px;height:${PARTS.voiceBox}px;margin-top:${(line - PARTS.voiceBox) / 2}px;border:1.5px solid #000}
.voices svg{flex:none;margin-top:${(line - PARTS.voiceMark) / 2}px}
.legend{padding-bottom:${gap}px}.legend.end{text-align:end;font-weight:600}
.options{border-top:1.5px solid #000}
.options li{display:flex;gap:${PARTS.rowGap}px;align-items:center;padding:${format.rowPad}px 0;border-bottom:1px solid #000;break-inside:avoid}
.options li.below{flex-wrap:wrap;row-gap:${PARTS.belowGap}px;column-gap:0}
.options .words{display:flex;flex:1;align-items:center;min-width:0}
.options li.below .words{flex:0 0 ${innerWidth(format)}px}
.options .n{flex:none;width:${PARTS.numberWidth(format)}px;font-weight:700;align-self:flex-start}
.options img{flex:none;width:${PARTS.pictureWidth(format)}px;height:${picture}px;margin-right:8px;object-fit:contain}
.marks{flex:none;display:flex;gap:${markGap}px;align-items:center}
.below .marks{margin-left:${PARTS.numberWidth(format)}px}
.c{flex:none;width:${circle}px;height:${circle}px;border:1.4px solid #000;border-radius:50%}
.c.f{width:${figure}px;height:${figure}px;font:600 13px/${figure - 3}px "Atkinson Hyperlegible Next",system-ui,sans-serif;text-align:center}
.marks:has(.f),.pair{gap:${markGap - 3}px}
.c.against{position:relative}.c.against::before{content:"";position:absolute;left:22%;right:22%;top:calc(50% - .7px);border-top:1.4px solid #000}
.between{width:${markGap / 2}px}
.b{flex:none;width:${circle}px;height:${circle}px;border:1.4px solid #000}
.b.p{width:${line * 1.6}px;height:${line + 2}px}.b.w{width:${line * 2}px;height:${line + 2}px}
.sign{width:${line - markGap}px;text-align:center;font-style:normal;font-weight:700}
.pairs{display:grid;gap:4px;justify-items:end}.pair{display:flex;align-items:center}.pair .name{margin-right:${markGap / 2}px}
.stances{display:flex;gap:${markGap + 6}px}.stance{display:flex;gap:6px;align-items:center}
.stances.stacked{display:grid;gap:4px}.stances.stacked .stance{min-height:${Math.max(line, circle)}px}
.reason,.kept{padding-top:${gap}px}
.reason i{display:block;height:${PARTS.writeLine(format)}px;border-bottom:1px solid #000}
`.replaceAll('\n', '')
}

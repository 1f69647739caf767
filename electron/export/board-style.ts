import { THEME_COLOURS } from '@core/charts/theme-colours'
import type { Paper } from './board-fit'
import { PAPER, PRINT } from './board-fit'
import type { FontFace } from './export-file'
import { fontFaces } from './html-style'

const { ink, ink2, rule, line, soft } = THEME_COLOURS.light

/** Black and patterns carry everything; colours only help. Pages are as large as the paper laid across. */
export const boardCss = (fonts: readonly FontFace[] | null, paper: Paper): string => {
  const { width, height } = PAPER[paper]
  return `${fontFaces(fonts)}
@page{size:${paper === 'a4' ? 'A4' : 'A3'} landscape;margin:12mm}
*{box-sizing:border-box}
html{font:14px/18px "Atkinson Hyperlegible Next",system-ui,sans-serif;color:${ink};background:#fff;font-variant-numeric:lining-nums tabular-nums;-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{margin:0}
h1,h2,h3,h4,p,ul,ol{margin:0;padding:0}
.sheet,.outline{width:${width}px;margin:0 auto}
.sheet{display:flex;flex-direction:column;min-height:${height}px;break-after:page}
.sheet>header{display:flex;flex:none;align-items:baseline;gap:18px;height:${PRINT.head - 12}px;margin-bottom:12px;border-bottom:2px solid ${ink}}
h1{flex:1;min-width:0;overflow:hidden;font-size:24px;line-height:40px;letter-spacing:-.012em;white-space:nowrap;text-overflow:ellipsis}
.again{flex:1;font-size:18px;font-weight:650;overflow:hidden;white-space:nowrap;text-overflow:ellipsis}
.about{color:${ink2};white-space:nowrap}
.sheet>footer{flex:none;margin-top:auto;height:${PRINT.foot}px;padding-top:8px;overflow:hidden;font-size:12px;line-height:16px;color:${ink2}}
.legend{display:inline;list-style:none}.legend li{display:inline-block;margin-right:16px;white-space:nowrap;color:${ink}}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
table.board{flex:none;width:100%;border-collapse:separate;border-spacing:0;table-layout:fixed}
.board th{padding:0 ${PRINT.gap}px 4px 0;text-align:left;vertical-align:bottom;font-weight:650;overflow-wrap:anywhere}
.board thead th{height:${PRINT.columnHead}px}
.board thead th>div{display:flex;align-items:flex-end;gap:8px;height:44px;border-bottom:2px solid ${ink};padding-bottom:4px}
.clamp{display:-webkit-box;overflow:hidden;-webkit-box-orient:vertical;-webkit-line-clamp:2}
.board tbody th{width:${PRINT.rowLabel}px;vertical-align:top;padding-top:${PRINT.padding}px;font-size:13px}
.board col.names{width:${PRINT.rowLabel}px}
.board td{padding:0 ${PRINT.gap}px ${PRINT.gap}px 0;vertical-align:top}
.zone{height:100%;min-height:${PRINT.zoneLeast}px;padding:${PRINT.padding}px;background:${soft};border:1px solid ${rule}}
.band{padding:10px 18px;border-color:${line};border-radius:30px}.band.core{border:3px solid ${ink};background:#fff}
.lanes{display:grid;align-items:start;column-gap:6px}
.number{display:inline-grid;flex:none;width:24px;height:24px;border:1.5px solid ${ink};border-radius:50%;place-items:center;font-size:13px}
.arrow{flex:none}
.more{color:${ink2};font-size:12px;font-weight:400}
.card{position:relative;margin-bottom:6px;padding:6px 8px 7px 18px;background:#fff;border:1px solid ${line};border-radius:2px 5px 5px 2px;break-inside:avoid;overflow-wrap:anywhere;white-space:pre-line}
.card.plain{padding-left:10px}
.edge{position:absolute;top:0;left:0;width:9px;height:100%}
.edge-line{position:absolute;top:0;bottom:0;left:9px;border-left:1px solid ${ink}}
.card>p:not(.place){display:-webkit-box;overflow:hidden;margin:0;-webkit-box-orient:vertical;-webkit-line-clamp:${PRINT.mostLines}}
.board tbody th>span{display:-webkit-box;overflow:hidden;overflow-wrap:anywhere;-webkit-box-orient:vertical;-webkit-line-clamp:6}
.place{font-size:12px;color:${ink2}}
.card img{display:block;max-width:100%;height:108px;margin-top:6px;object-fit:contain;object-position:left}
.mark{vertical-align:-1px;margin-right:4px}
.cluster{position:relative;margin:0 4px 10px 0;padding:7px 7px 2px;background:#fff;border:1.5px solid ${ink};border-radius:5px;box-shadow:3px 3px 0 -1px #fff,3px 3px 0 0 ${ink};break-inside:avoid}
.cluster h4{font-size:14px;line-height:18px;margin-bottom:5px;overflow-wrap:anywhere}
.same{font-size:12px;color:${ink2};margin-bottom:4px}
.cross{position:relative;flex:1;display:grid;grid-template:26px minmax(0,1fr) 26px/84px minmax(0,1fr) 84px;gap:4px 8px;min-height:0}
.cross .fields{position:relative;grid-column:2;display:grid;grid-template:minmax(0,1fr) minmax(0,1fr)/minmax(0,1fr) minmax(0,1fr);gap:16px}
.cross .fields::before{content:"";position:absolute;left:calc(50% - 1.5px);top:0;bottom:0;border-left:3px solid ${ink}}
.cross .fields::after{content:"";position:absolute;top:calc(50% - 1.5px);left:0;right:0;border-top:3px solid ${ink}}
.cross .end{display:grid;place-content:center;text-align:center;font-weight:650;overflow:hidden;overflow-wrap:anywhere}
.cross .above,.cross .below{grid-column:2}.cross .left,.cross .fields,.cross .right{grid-row:2}.cross .below{grid-row:3}.cross .left{grid-column:1}.cross .right{grid-column:3}
.ring{display:flex;flex:1;flex-direction:column;min-height:0;border:1.5px solid ${line};border-radius:52px;background:${soft};padding:0 ${PRINT.ringSide}px ${PRINT.ringEnd}px}
.ring .ring{background:#fff}.ring .ring .ring{background:${soft}}
.ring.core,.ring .ring.core,.ring .ring .ring.core{border:3px solid ${ink};background:#fff}
.ring>h2{flex:none;height:${PRINT.ringHead}px;padding-top:9px;text-align:center;font-size:15px;line-height:18px}
.outline{padding-top:4px}
.outline>h2{font-size:20px;line-height:28px;margin-bottom:8px;border-bottom:2px solid ${ink};padding-bottom:6px}
.outline>div{columns:${paper === 'a4' ? 2 : 3};column-gap:36px}
.outline h3{font-size:15px;line-height:20px;margin:14px 0 4px;break-after:avoid}
.outline ul{padding-left:16px}.outline li{margin:3px 0;break-inside:avoid;overflow-wrap:anywhere}
.who{color:${ink2}}
@media screen{body{background:#888;padding:16px}.sheet,.outline{box-sizing:content-box;margin:0 auto 16px;padding:45px;background:#fff}}
@media print{.sheet,.outline{width:auto}}
`.replaceAll('\n', '')
}

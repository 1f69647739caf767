import { THEME_COLOURS } from '@core/charts/theme-colours'

const { ink, ink2, rule, marker, markerSoft } = THEME_COLOURS.light

/** One A4 page in type that can be read from the table: 15 pt for what was said and decided. Goes behind the usual rules. */
export const FAMILIES_CSS = `
.families main{font-size:1.25rem;line-height:1.35}
.families .for{font-size:1rem;color:${ink2};margin:0 0 6px}
.families .title{align-items:center}
.families h1{font-size:2.9rem;line-height:1.05;max-width:9em;margin:0}
.families .own{text-align:center;font-size:1rem;font-weight:650;margin:0;flex:none}.families .own .mark{display:block;width:52px;height:52px;margin:0 auto 6px}
.families table{font-size:1.25rem;table-layout:fixed;margin-top:14px}
.families th,.families td{padding:11px 0;vertical-align:middle;font-weight:400;border-bottom:1px solid ${rule}}
.families thead th{font-size:1rem;font-weight:690;color:${ink};padding:0 0 8px;border-bottom:3px solid ${ink}}
.families thead th:first-child,.families tbody th{width:44%;padding-right:28px}
.families tr{break-inside:avoid}
.families .said{position:relative;padding-left:22px}.families .bar{position:absolute;left:0;top:0;width:8px;height:100%;-webkit-print-color-adjust:exact;print-color-adjust:exact}
.families .said p{font-style:italic;margin:0;max-width:none}.families .by{margin:0}.families .said .by{font-style:normal;font-size:.875rem;color:${ink2};margin-top:4px}
.families td p{margin:0;max-width:none}
.families .when,.families .since{display:flex;gap:10px;align-items:flex-start;font-size:1.05rem;margin-top:5px}.families .since{font-weight:650}
.families .when svg,.families .since svg{flex:none;width:20px;height:20px;margin-top:3px;-webkit-print-color-adjust:exact;print-color-adjust:exact}
.families .box{background:${markerSoft};border-left:8px solid ${marker};padding:12px 20px;margin:18px 0 0;font-size:1.1rem;break-inside:avoid;-webkit-print-color-adjust:exact;print-color-adjust:exact}
.families .box h2,.families .says h2{border:0;padding:0;margin:0 0 4px;font-size:1.15rem;letter-spacing:0}
.families .box ul{margin:0;padding-left:1.1em}.families .box li{margin:3px 0}
.families .says{margin:14px 0 0;font-size:1.1rem;break-inside:avoid}.families .says h2{display:inline;margin-right:8px}.families .says p{display:inline}
.families .foot p{max-width:none;margin:0 0 4px}.families .foot{border:0;margin-top:14px;padding-top:0}
@media screen and (max-width:640px){.families table,.families thead,.families tbody,.families tr,.families tbody th,.families td{display:block;width:auto}.families thead{display:none}}
@page{margin:42px 62px 48px 66px}
@media print{.families{font-size:11.6pt}.families .for{margin-top:0}.families h1{font-size:31pt}.families .foot{padding-bottom:0;font-size:8.5pt}}
`.replaceAll(/\n/g, '')

/** Minutes are read at one go: parts close together, two or three pages. Goes behind the usual rules. */
export const MINUTES_CSS = `
.minutes .part{margin-top:22px}.minutes .part h2{font-size:1.15rem;padding-top:8px;margin:0 0 6px}
.minutes .table{margin:4px 0 10px}.minutes th,.minutes td{padding-top:4px;padding-bottom:4px}.minutes caption{font-size:.95rem;padding-bottom:2px}
.minutes figure{margin:6px 0 10px}.minutes p{margin:0 0 6px}.minutes .foot{margin-top:24px}
@media print{.minutes{font-size:9.6pt}.minutes svg.chart{max-width:80%}}
`.replaceAll(/\n/g, '')

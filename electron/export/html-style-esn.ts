import { THEME_COLOURS } from '@core/charts/theme-colours'

const { ink2 } = THEME_COLOURS.light

/** The practice form: boxes in two columns, ticked ones strong, fields close to each other as on a printed form. */
export const ESN_CSS = `
.esn .part{margin-top:22px}
.esn .part h2{font-size:1.1rem;letter-spacing:0;padding-top:8px;margin-bottom:8px;border-top-width:1.5px}
.esn .checks{list-style:none;margin:0 0 8px;padding:0;columns:2;column-gap:30px;font-size:.9rem}
.esn .checks li{display:flex;gap:8px;align-items:baseline;margin:0;padding:2px 0;break-inside:avoid;color:${ink2}}
.esn .checks span{min-width:0;overflow-wrap:anywhere}
.esn .checks .ticked{color:inherit;font-weight:600}
.esn .tick{flex:none;position:relative;top:2px}
.esn .part:has(.checks){break-inside:avoid}
@media screen and (max-width:640px){.esn .checks{columns:1}}
`.replaceAll(/\n/g, '')

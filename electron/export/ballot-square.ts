import { escapeMarkup } from '@core/charts/svg'
import { encode } from 'uqr'

/** Readers need white around the square; on a slip its own edge gives the rest. */
const BORDER = 2

/** A square code in black. `size` in px; at 96 to the inch a phone reads modules of 1.7 px and more from a hand's breadth. */
export const squareSvg = (text: string, label: string, size: number): string => {
  const { data, size: modules } = encode(text, { ecc: 'L', border: BORDER })
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return `<svg class="square" width="${size}" height="${size}" viewBox="0 0 ${modules} ${modules}" role="img" aria-label="${escapeMarkup(label)}" shape-rendering="crispEdges"><path d="${path}"/></svg>`
}

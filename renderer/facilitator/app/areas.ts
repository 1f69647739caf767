/** The regions of the page that F6 walks through, in reading order: elements with `data-area`, able to take focus. */
const areas = (): readonly HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>('[data-area]')].filter((area) => area.getClientRects().length > 0)

const FOCUSABLE = 'button, a[href], input, select, textarea, [tabindex="0"]'

const enter = (area: HTMLElement): void => {
  const inside =
    area.querySelector<HTMLElement>('[data-area-start]') ??
    [...area.querySelectorAll<HTMLElement>(FOCUSABLE)].find(
      (element) => element.closest('[data-area]') === area && element.getClientRects().length > 0,
    )
  ;(inside ?? area).focus()
}

/** F6 goes to the next area, Shift+F6 to the one before. */
export const cycleAreas = (direction: 1 | -1): void => {
  const all = areas()
  if (all.length === 0) return
  const inside = document.activeElement?.closest('[data-area]') ?? null
  const at = all.findIndex((area) => area === inside)
  const next = all[(at + direction + all.length) % all.length] ?? all[0]
  if (next !== undefined) enter(next)
}

import { CARRY_ATTRIBUTE } from '../dnd/carry-surface'
import type { CarryBy, CarrySurface, Point } from '../dnd/carry-surface'

/** How many other steps stand above the place. */
export type AgendaSpot = { readonly index: number }

export interface AgendaParts {
  /** The list; each row has `data-row` with the step's id. */
  readonly list: () => HTMLElement | null
  readonly ids: () => readonly string[]
  readonly onDrop: (id: string, before: string | null, by: CarryBy) => void
  /** By keyboard each new place is said; null when it was put back. */
  readonly say: (index: number | null) => void
}

const clamp = (value: number, most: number): number => Math.min(most, Math.max(0, value))

/** The agenda as a surface to carry its steps over. Reads the page only while something is in the air. */
export const agendaSurface = (parts: AgendaParts): CarrySurface<AgendaSpot> => {
  let carried: string | null = null
  const rows = (): readonly HTMLElement[] =>
    [...(parts.list()?.querySelectorAll<HTMLElement>('[data-row]') ?? [])].filter(
      (row) => row.dataset['row'] !== carried,
    )
  const others = (): readonly string[] => parts.ids().filter((id) => id !== carried)
  const line = (): HTMLElement | null => parts.list()?.parentElement?.querySelector<HTMLElement>('.drop-line') ?? null
  const own = (): HTMLElement | null =>
    parts
      .list()
      ?.querySelector(`[${CARRY_ATTRIBUTE}="${carried ?? ''}"]`)
      ?.closest<HTMLElement>('[data-row]') ?? null
  const clear = (): void => {
    const drawn = line()
    if (drawn) drawn.hidden = true
    for (const row of parts.list()?.querySelectorAll<HTMLElement>('[data-carried]') ?? []) delete row.dataset['carried']
  }
  const draw = (index: number, scroll: boolean): Point | null => {
    clear()
    const list = parts.list()
    const drawn = line()
    if (!list || !drawn) return null
    const source = own()
    if (source) source.dataset['carried'] = 'true'
    const all = rows()
    const next = all[index]
    if (scroll) (next ?? all.at(-1))?.scrollIntoView({ block: 'nearest' })
    const origin = (list.parentElement ?? list).getBoundingClientRect()
    const box = list.getBoundingClientRect()
    const y = next?.getBoundingClientRect().top ?? all.at(-1)?.getBoundingClientRect().bottom ?? box.top
    drawn.hidden = false
    drawn.style.width = `${box.width}px`
    drawn.style.translate = `${box.left - origin.left}px ${y - origin.top - 4}px`
    return { x: box.left, y }
  }
  return {
    pickUp: (id) => {
      const index = parts.ids().indexOf(id)
      if (index < 0) return null
      carried = id
      return { place: { index }, count: 1 }
    },
    aim: ({ y }: Point) => {
      const at = rows().findIndex((row) => {
        const box = row.getBoundingClientRect()
        return y < box.top + box.height / 2
      })
      return { index: at < 0 ? others().length : at }
    },
    step: ({ index }, key) =>
      key === 'up' || key === 'down' ? { index: clamp(index + (key === 'up' ? -1 : 1), others().length) } : { index },
    same: (a, b) => a?.index === b?.index,
    targetOf: () => 'agenda',
    show: ({ index }, by) => {
      const corner = draw(index, by === 'keyboard')
      if (by === 'keyboard') parts.say(index)
      return corner
    },
    drop: (place, by) => {
      clear()
      const id = carried
      const before = place === null ? null : (others()[place.index] ?? null)
      carried = null
      if (by === 'keyboard') parts.say(place?.index ?? null)
      if (place === null || id === null) return
      const now = parts.ids()
      if ((now[now.indexOf(id) + 1] ?? null) !== before) parts.onDrop(id, before, by)
    },
    scroller: () => parts.list()?.closest<HTMLElement>('.place-main') ?? null,
  }
}

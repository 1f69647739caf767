import { ACTIONS } from '@core/actions/catalog'
import type { ActionGroup } from '@core/actions/catalog'
import { labelText } from '../../shared/i18n/label'
import { useT } from '../../shared/i18n/use-t'
import { useOrdered, useReplica, useSession } from '../../shared/replica/react'
import { canRun } from '../app/actions'
import { stepMinutes } from '@core/rules/agenda-time'
import { nav } from '../app/nav'
import { openHit } from '../app/open-hit'
import { useSearchHits } from '../app/use-search-hits'
import { useFormat } from '../app/use-format'
import { useHome } from '../home/use-home'
import { useOpen } from '../home/use-open'
import { PLACES } from './entries'
import type { PaletteEntry } from './entries'
import { bestFirst } from './rank'

/** Places and the palette itself are listed elsewhere. */
const HIDDEN = new Set<string>(['view.palette'])

/** What one does most while a session runs comes first; without one, to begin or open one. */
const ORDER: readonly ActionGroup[] = ['session', 'board', 'vote', 'room', 'view', 'edit', 'file', 'help', 'go']
const ORDER_AT_HOME: readonly ActionGroup[] = ['file', 'help', 'view']

const useDeeds = (): readonly PaletteEntry[] => {
  const t = useT()
  const order = useSession() === undefined ? ORDER_AT_HOME : ORDER
  const deeds = ACTIONS.filter(({ id, group }) => group !== 'go' && !HIDDEN.has(id) && canRun(id))
  return deeds
    .toSorted((a, b) => order.indexOf(a.group) - order.indexOf(b.group))
    .map((entry) => ({
      kind: 'do',
      key: entry.id,
      action: entry.id,
      words: t(`actions:${entry.id}`),
      keys: entry.keys,
    }))
}

const useSessionPlaces = (): readonly PaletteEntry[] => {
  const t = useT()
  const steps = useOrdered('step')
  const boards = useOrdered('board')
  if (useSession() === undefined) return []
  return [
    ...steps.map((step, index): PaletteEntry => ({
      kind: 'go',
      key: step.id,
      words: labelText(t, step.label),
      hint: t('shell:palette.step', { number: index + 1, minutes: stepMinutes(step) }),
      keys: index < 9 ? String(index + 1) : undefined,
      go: () => nav.go({ kind: 'step', id: step.id }),
    })),
    ...boards.map((board): PaletteEntry => ({
      kind: 'go',
      key: board.id,
      words: labelText(t, board.label),
      hint: t('shell:palette.board'),
      go: () => nav.go({ kind: 'board', id: board.id }),
    })),
    ...PLACES.map((place): PaletteEntry => ({
      kind: 'go',
      key: place.kind,
      words: t(`actions:go.${place.kind}`),
      go: () => nav.go(place),
    })),
    { kind: 'go', key: 'home', words: t('shell:top.home'), go: () => nav.go({ kind: 'home' }) },
  ]
}

/** All sessions of the folder: on the home page the palette is the search over them. */
const useSessions = (): readonly PaletteEntry[] => {
  const { view } = useHome()
  const open = useOpen()
  const { day } = useFormat()
  return (view?.sessions ?? []).map((card) => ({
    kind: 'go',
    key: card.fileId,
    words: card.title,
    hint: `${card.labName}, ${day(card.day)}`,
    go: () => void open.session(card.fileId, card.title),
  }))
}

const useFound = (search: string): readonly PaletteEntry[] => {
  const t = useT()
  const replica = useReplica()
  return useSearchHits(search).map((hit) => ({
    kind: 'found',
    key: `${hit.type}-${hit.id}`,
    words: hit.text,
    hint: t(`shell:palette.found.${hit.type}`),
    type: hit.type,
    go: () => openHit(replica, hit),
  }))
}

/** Deeds first, places second, findings third; the best of each first. A step or board is not listed twice. */
export const useEntries = (search: string): readonly PaletteEntry[] => {
  const own = bestFirst([...useDeeds(), ...useSessionPlaces(), ...useSessions()], search)
  const listed = new Set(own.map(({ key }) => key))
  const found = useFound(search).filter(({ key }) => !listed.has(key.slice(key.indexOf('-') + 1)))
  return [...own, ...found]
}

import { ordered } from '@core/model/document'
import type { Vote } from '@core/model/vote'
import { isDraft } from '@core/rules/frozen'
import { newId } from '../../../shared/lib/new-id'
import type { Translate } from '../../../shared/i18n/use-t'
import { useT } from '../../../shared/i18n/use-t'
import { labelText } from '../../../shared/i18n/label'
import type { Replica } from '../../../shared/replica/replica'
import { useReplica } from '../../../shared/replica/react'
import { nav } from '../../app/nav'
import { reportFailure } from '../../app/problems'
import { selection } from '../../app/selection'
import { useActions } from '../../app/use-actions'
import { aboutIds } from '../map/map-keys'
import { zoneAt } from '../model/grid'
import { itemsAt, neighbourOf, spotOf, zoneOfEmptyId } from '../model/place'
import type { BoardIndex } from '../model/zone-index'
import type { BoardWork } from './board-context'
import type { Draft } from './board-ui'

type Source = { readonly type: 'card' | 'cluster'; readonly id: string; readonly text: string }

/** What a task, a decision or a vote made from these items says. Cards that are still hidden have no words yet. */
const sourcesOf = (t: Translate, replica: Replica, ids: readonly string[]): Source[] =>
  ids.flatMap((id): Source[] => {
    const cluster = replica.view.cluster.get(id)
    if (cluster) return [{ type: 'cluster', id, text: labelText(t, cluster.label) }]
    const card = replica.view.card.get(id)
    return card?.revealed ? [{ type: 'card', id, text: card.text }] : []
  })

/** Below the item the keys are on; else at the end of the first zone. */
const draftPlace = ({ grid, ui }: BoardWork, index: BoardIndex): Draft => {
  const { active } = ui.get()
  const spot = active === null ? null : spotOf(grid, index, active)
  const cell = spot?.cell ?? { column: 0, row: 0 }
  const next = spot && zoneOfEmptyId(active ?? '') === null ? itemsAt(grid, index, cell)[spot.at + 1] : undefined
  return { zone: zoneAt(grid, cell), before: next?.id ?? null }
}

/** The next vote of the agenda, when it still waits for its topics: they go there, not into a second vote. */
const emptyVote = (replica: Replica): Vote | undefined =>
  ordered(replica.view, 'step')
    .filter((step) => step.state === 'waiting' || step.state === 'running')
    .map((step) => (step.voteId === undefined ? undefined : replica.view.vote.get(step.voteId)))
    .find((vote) => vote !== undefined && isDraft(vote) && vote.options.length === 0)

const useMaking = (work: BoardWork) => {
  const t = useT()
  const replica = useReplica()
  const { ui } = work
  const about = (): Source[] => sourcesOf(t, replica, aboutIds(ui))
  const any = (): boolean => !work.locked && about().length > 0
  const made = (kind: 'task' | 'decision', id: string): void =>
    ui.patch({
      note: {
        text: t(`board:made.${kind}`),
        undoable: true,
        link: {
          text: t('board:made.open'),
          go: () => {
            nav.go({ kind: kind === 'task' ? 'tasks' : 'decisions' })
            selection.openDrawer({ type: kind, id })
          },
        },
      },
    })
  return {
    'board.task': {
      enabled: any,
      run: async () => {
        for (const source of about()) {
          const id = newId()
          const done = await replica.run('task.add', {
            id,
            text: source.text,
            origin: { type: source.type, id: source.id },
          })
          if (!done.ok) return reportFailure(done.error)
          made('task', id)
        }
        return undefined
      },
    },
    'board.decision': {
      enabled: any,
      run: async () => {
        const sources = about()
        const wording = sources[0]?.text
        if (wording === undefined) return undefined
        const id = newId()
        const evidence = sources.map((source) => ({ type: source.type, id: source.id }))
        const done = await replica.run('decision.add', { id, wording, evidence })
        if (!done.ok) return reportFailure(done.error)
        return made('decision', id)
      },
    },
    'vote.fromSelection': {
      enabled: any,
      run: async () => {
        const id = newId()
        const options = about().map((source) => ({
          id: newId(),
          text: source.text,
          source: { type: source.type, id: source.id },
        }))
        const prepared = emptyVote(replica)
        if (prepared !== undefined) {
          const filled = await replica.run('vote.update', { id: prepared.id, options })
          if (filled.ok) nav.go({ kind: 'vote', id: prepared.id })
          else reportFailure(filled.error)
          return
        }
        const question = t('board:made.voteQuestion', { board: labelText(t, work.board.label) })
        const done = await replica.run('vote.add', { id, question, options })
        if (done.ok) nav.go({ kind: 'vote', id })
        else reportFailure(done.error)
      },
    },
  }
}

const clustersAbout = (replica: Replica, ids: readonly string[]): readonly string[] => {
  const { card, cluster } = replica.view
  const found = ids.map((id) => (cluster.has(id) ? id : (card.get(id)?.clusterId ?? '')))
  return [...new Set(found)].filter((id) => cluster.has(id))
}

/** The deeds of the open board for keys, menu, palette and buttons. */
export const useBoardActions = (work: BoardWork, index: BoardIndex, toggleOutline: () => void): void => {
  const t = useT()
  const replica = useReplica()
  const { ui, deeds, locked } = work
  const about = (): readonly string[] => aboutIds(ui)
  const any = (): boolean => !locked && about().length > 0
  const making = useMaking(work)
  useActions({
    ...making,
    'board.newCard': {
      enabled: () => !locked,
      run: () => ui.patch({ draft: draftPlace(work, index), note: null }),
    },
    'board.cluster': {
      enabled: any,
      run: async () => {
        const ids = about()
        // One that has a heading already takes the others in; there is nothing to ask.
        const joins = ids.length > 1 && ids.some((id) => replica.view.cluster.has(id))
        if (!joins) return ui.patch({ ask: { kind: 'heading', itemIds: ids } })
        const id = await deeds.cluster(ids, '')
        if (id === null) return undefined
        selection.clear()
        const note = { text: t('board:note.together', { count: deeds.cardsOf([id]).length }), undoable: true }
        return ui.patch({ active: id, wantsFocus: true, note })
      },
    },
    'board.setVoice': { enabled: any, run: () => ui.patch({ ask: { kind: 'voice', itemIds: about() } }) },
    'board.split': {
      enabled: () => !locked && clustersAbout(replica, about()).length > 0,
      run: async () => {
        const clusters = clustersAbout(replica, about())
        for (const id of clusters) {
          const first = deeds.cardsOf([id])[0]
          if (!(await deeds.split(id))) return
          ui.patch({ active: first ?? null, wantsFocus: true, note: { text: t('board:note.split'), undoable: true } })
        }
        selection.closeDrawer()
      },
    },
    'board.delete': {
      enabled: any,
      run: async () => {
        const ids = about()
        const next = neighbourOf(work.grid, index, ids)
        const count = await deeds.remove(ids)
        if (count === 0) return
        selection.clear()
        if (ids.includes(selection.get().open?.id ?? '')) selection.closeDrawer()
        const note = { text: t('board:note.removed', { count }), undoable: true }
        ui.patch({ active: next, wantsFocus: true, note })
      },
    },
    'board.reveal': {
      enabled: () => !locked && index.held + index.hidden > 0,
      run: async () => {
        await deeds.reveal()
      },
    },
    'board.outline': { enabled: () => true, run: toggleOutline },
  })
}

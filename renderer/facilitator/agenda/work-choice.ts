import type { Step } from '@core/model/step'
import { labelText } from '../../shared/i18n/label'
import { useT } from '../../shared/i18n/use-t'
import { useOrdered } from '../../shared/replica/react'
import type { Change } from './agenda-row'

/** Board and vote in one choice: `board:<id>`, `vote:<id>` or nothing. A vote stands before its board. */
export const workOf = (step: Step): string =>
  step.voteId === undefined ? (step.boardId === undefined ? '' : `board:${step.boardId}`) : `vote:${step.voteId}`

type Work = {
  readonly values: readonly string[]
  readonly words: (value: string) => string
  readonly change: (value: string) => Change
}

/** What a step can work on. */
export const useWork = (): Work => {
  const t = useT()
  const boards = useOrdered('board')
  const votes = useOrdered('vote')
  const names = new Map([
    ['', t('agenda:work.none')],
    ...boards.map(({ id, label }) => [`board:${id}`, labelText(t, label)] as const),
    ...votes.map(({ id, question }) => [`vote:${id}`, t('agenda:work.vote', { vote: question })] as const),
  ])
  return {
    values: [...names.keys()],
    words: (value) => names.get(value) ?? t('agenda:work.none'),
    change: (value) => {
      const id = value.slice(value.indexOf(':') + 1)
      if (value.startsWith('board:')) return { boardId: id, voteId: null }
      return value.startsWith('vote:') ? { voteId: id } : { boardId: null, voteId: null }
    },
  }
}

import { useMemo } from 'react'
import type { Card } from '@core/model/card'
import type { Dialogue } from '@core/rules/chain'
import { dialogueOf, looseAnswers } from '@core/rules/chain'
import { useReplica, useTable } from '../../shared/replica/react'

/** The staged dialogue as it is now: derived anew whenever one of the tables it rests on changes. */
export const useDialogue = (): Dialogue => {
  const replica = useReplica()
  const statements = useTable('statement')
  const links = useTable('link')
  const cards = useTable('card')
  const clusters = useTable('cluster')
  const decisions = useTable('decision')
  const voices = useTable('voice')
  const boards = useTable('board')
  const sessions = useTable('session')
  const labs = useTable('lab')
  return useMemo(
    () =>
      dialogueOf({
        ...replica.view,
        statement: statements,
        link: links,
        card: cards,
        cluster: clusters,
        decision: decisions,
        voice: voices,
        board: boards,
        session: sessions,
        lab: labs,
      }),
    [replica, statements, links, cards, clusters, decisions, voices, boards, sessions, labs],
  )
}

/** Answers of this round that hang on nothing yet. */
export const useLoose = (round: number): readonly Card[] => {
  const replica = useReplica()
  const statements = useTable('statement')
  const links = useTable('link')
  const cards = useTable('card')
  return useMemo(
    () => looseAnswers({ ...replica.view, statement: statements, link: links, card: cards }, round),
    [replica, statements, links, cards, round],
  )
}

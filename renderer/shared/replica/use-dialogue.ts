import { useMemo } from 'react'
import type { Card } from '@core/model/card'
import type { DocumentView } from '@core/model/document'
import type { Dialogue } from '@core/rules/chain'
import { dialogueOf, looseAnswers } from '@core/rules/chain'
import { useReplica, useTable } from './react'

/** The document, new whenever one of the tables changes on which a dialogue rests. */
const useDialogueView = (): DocumentView => {
  const replica = useReplica()
  const statement = useTable('statement')
  const link = useTable('link')
  const card = useTable('card')
  const cluster = useTable('cluster')
  const decision = useTable('decision')
  const voice = useTable('voice')
  const board = useTable('board')
  const session = useTable('session')
  const lab = useTable('lab')
  return useMemo(
    () => ({ ...replica.view, statement, link, card, cluster, decision, voice, board, session, lab }),
    [replica, statement, link, card, cluster, decision, voice, board, session, lab],
  )
}

/** The staged dialogue as it is now. */
export const useDialogue = (): Dialogue => {
  const view = useDialogueView()
  return useMemo(() => dialogueOf(view), [view])
}

/** Answers of this round that hang on nothing yet. */
export const useLoose = (round: number): readonly Card[] => {
  const view = useDialogueView()
  return useMemo(() => looseAnswers(view, round), [view, round])
}

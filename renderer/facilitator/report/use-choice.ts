import { useMemo } from 'react'
import { labOf, sessionOf } from '@core/model/document'
import { formatsOf } from '@core/report/formats'
import { availableKinds } from '@core/report/kinds'
import { nextRound, roundsOf } from '@core/rules/dialogue-rounds'
import { useClient, useReplica, useTable } from '../../shared/replica/react'
import type { Format, PartsChoice, ReportAsk, ReportKind } from './report-kit'
import { choicesOf, isReportKind, whatOf } from './report-kit'
import { useChosen } from './report-memory'
import { useParts, useSettled, useStamp } from './use-plan'

/** A page to read anywhere; in the desktop app, which always prints, also the PDF that is sent around. */
const startFormats = (prints: boolean): readonly Format[] => (prints ? ['html', 'pdf'] : ['html'])

/** Everything that is chosen in the place of reports, and what it comes to. */
export const useChoice = () => {
  const replica = useReplica()
  const [lab, session, statement, board] = [
    useTable('lab'),
    useTable('session'),
    useTable('statement'),
    useTable('board'),
  ]
  const view = { ...replica.view, lab, session, statement, board }
  const prints = useClient().welcome()?.capabilities.nativeDialogs === true
  const stamp = useStamp()
  const [chosen, choose] = useChosen(sessionOf(view)?.id ?? '', () => startFormats(prints))
  const { profile, lang, cover } = chosen
  const kinds = availableKinds(view).filter(isReportKind)
  const kind = kinds.includes(chosen.kind) ? chosen.kind : 'session'
  const rounds = roundsOf(view)
  const round = Math.min(chosen.round ?? nextRound(view), Math.max(2, rounds.length))
  const what = useMemo(() => whatOf(kind, round), [kind, round])
  const parts = useParts({ profile, lang, what }, stamp)
  const partsChoice = chosen.parts[kind] ?? null
  const ask: ReportAsk = { profile, lang, what, choices: choicesOf(parts, partsChoice, cover) }
  const offered = formatsOf(kind)
  return {
    stamp,
    choose,
    chosen,
    kinds,
    kind,
    chooseKind: (wanted: ReportKind): void => choose({ kind: wanted }),
    rounds,
    round,
    offered,
    formats: chosen.formats.filter((format) => offered.includes(format)),
    // Formats that this kind does not have stay chosen for the others.
    chooseFormats: (wanted: readonly Format[]): void =>
      choose({ formats: [...chosen.formats.filter((format) => !offered.includes(format)), ...wanted] }),
    parts,
    partsChoice,
    chooseParts: (wanted: PartsChoice): void => choose({ parts: { ...chosen.parts, [kind]: wanted } }),
    lab: labOf(view),
    day: sessionOf(view)?.day ?? '',
    ask,
    settled: useSettled(ask),
  }
}

export type Choice = ReturnType<typeof useChoice>

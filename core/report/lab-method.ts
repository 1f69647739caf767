import { labGroups, labK } from './lab-groups'
import type { LabData } from './lab-sources'
import type { Block, Removal } from './model'
import { plain, say } from './model'
import { paragraph } from './report-parts'
import type { Audience } from './voice-refs'

/** How figures over several sessions came about: how many, from which threshold, and the facilitator's own ties. */
export const labMethodBlocks = (data: LabData, audience: Audience): Block[] => [
  paragraph(say('lab.methodSessions', { count: data.held.length, files: data.overview.sessions.length })),
  paragraph(say('lab.methodThreshold', { k: labK(data, audience) })),
  paragraph(tiesWords(data)),
]

export const tiesWords = ({ lab }: LabData) =>
  lab?.ties ? say('method.ties', { ties: plain(lab.ties) }) : say('method.noTies')

/** Reports over sessions print no contributions: only people and small voices can be left out. */
export const labRemovals = (data: LabData): Removal[] => [
  { what: 'people', count: data.merged.person.size },
  {
    what: 'merged-voices',
    count: labGroups(data, 'public')
      .filter((group) => group.voices.length > 1)
      .reduce((sum, group) => sum + group.voices.length, 0),
  },
]

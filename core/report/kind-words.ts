import type { ReportModel, Words } from './model'
import { say } from './model'

/** What a report calls itself on its cover: its kind, or for whom the report of a session is. */
export const kindWords = ({ kind, profile }: Pick<ReportModel, 'kind' | 'profile'>): Words => {
  switch (kind) {
    case 'guide':
      return say('guide.profile')
    case 'minutes':
    case 'brief':
    case 'families':
    case 'esn':
    case 'lab':
      return say(`kindName.${kind}`)
    case 'session':
    case 'compare':
      return say(`profile.${profile}`)
  }
}

/** What stands at the foot of every page of it: what it holds, and whether it may be passed on. */
export const footWords = ({ kind, profile }: Pick<ReportModel, 'kind' | 'profile'>): Words => {
  if (kind === 'guide' || kind === 'families') return say(`${kind}.foot`)
  return kind === 'esn' && profile !== 'internal' ? say('esn.foot') : say(`foot.${profile}`)
}

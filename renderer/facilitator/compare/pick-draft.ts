import type { HomeView, SessionCard } from '@core/protocol/views'
import type { Sources } from './comparison'

export type SourceKind = Sources['kind']

/** What is being chosen, of each kind as it was left. */
export type Draft = {
  readonly kind: SourceKind
  readonly labIds: readonly string[]
  readonly fileIds: readonly string[]
  readonly path: string
}

export const kindsOf = ({ samples }: Pick<HomeView, 'samples'>): readonly SourceKind[] => [
  'all',
  'labs',
  'files',
  'folder',
  ...(samples.length > 0 ? (['samples'] as const) : []),
]

export const firstDraft = ({ sessions, labs }: Pick<HomeView, 'sessions' | 'labs'>): Draft => ({
  kind: sessions.length === 0 ? 'folder' : 'all',
  labIds: labs.map(({ labId }) => labId),
  fileIds: [],
  path: '',
})

/** Null: nothing that could be compared is chosen yet. */
export const sourcesOf = ({ kind, labIds, fileIds, path }: Draft): Sources | null => {
  switch (kind) {
    case 'all':
    case 'samples':
      return { kind }
    case 'labs':
      return labIds.length === 0 ? null : { kind, labIds: [...labIds] }
    case 'files':
      return fileIds.length === 0 ? null : { kind, fileIds: [...fileIds] }
    case 'folder':
      return path.trim() === '' ? null : { kind, path: path.trim() }
  }
}

export type ChosenLab = {
  readonly name: string
  readonly sessions: readonly { readonly id: string; readonly title: string; readonly day: string }[]
}

const labsIn = (sessions: readonly SessionCard[]): readonly ChosenLab[] => {
  const labs = new Map<string, SessionCard[]>()
  for (const session of sessions) labs.set(session.labId, [...(labs.get(session.labId) ?? []), session])
  return [...labs.values()].map((own) => ({
    name: own[0]?.labName ?? '',
    sessions: own
      .map(({ fileId: id, title, day }) => ({ id, title, day }))
      .toSorted((a, b) => (a.day < b.day ? 1 : -1)),
  }))
}

/** The labs and sessions that would be compared; null where only the host knows. */
export const chosenLabs = (
  { sessions, samples }: Pick<HomeView, 'sessions' | 'samples'>,
  { kind, labIds, fileIds }: Draft,
): readonly ChosenLab[] | null => {
  switch (kind) {
    case 'all':
      return labsIn(sessions)
    case 'labs':
      return labsIn(sessions.filter(({ labId }) => labIds.includes(labId)))
    case 'files':
      return labsIn(sessions.filter(({ fileId }) => fileIds.includes(fileId)))
    case 'samples':
      return samples.map(({ name, parts }) => ({
        name,
        sessions: parts.map(({ title, day }, at) => ({ id: String(at), title, day })),
      }))
    case 'folder':
      return null
  }
}

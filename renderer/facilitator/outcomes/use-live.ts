import { useEffect, useRef, useState } from 'react'
import type { Result } from '@core/lib/result'
import type { Failure } from '@core/protocol/failures'

/** Form values of one record, comparable as JSON. */
export type Draft = Readonly<Record<string, unknown>>

export type Live<D extends Draft> = {
  readonly draft: D
  readonly failure: Failure | null
  /** While writing: kept here, sent when the field is left. */
  readonly type: (part: Partial<D>) => void
  /** A choice: sent at once. */
  readonly choose: (part: Partial<D>) => void
  readonly commit: () => void
  /** After `changed-meanwhile`: send what is written here over what somebody else wrote. */
  readonly keepMine: () => void
  readonly takeTheirs: () => void
}

type Send<D> = (changes: Partial<D>, before: D) => Promise<Result<unknown, Failure>>

const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b)

const keysOf = <D extends Draft>(draft: D): readonly (keyof D)[] => Object.keys(draft)

export const changesBetween = <D extends Draft>(before: D, after: D): Partial<D> => {
  const changes: Partial<D> = {}
  for (const key of keysOf(after)) if (!same(before[key], after[key])) changes[key] = after[key]
  return changes
}

type State<D> = { readonly draft: D; readonly base: D }

/** Fields nobody writes in here follow the document; the others wait for the writer. */
export const follow = <D extends Draft>(state: State<D>, saved: D): State<D> => {
  const draft = { ...state.draft }
  const base = { ...state.base }
  for (const key of keysOf(saved)) {
    const untouched = same(state.draft[key], state.base[key])
    if (untouched) draft[key] = saved[key]
    if (untouched || same(state.draft[key], saved[key])) base[key] = saved[key]
  }
  return { draft, base }
}

/**
 * A form that saves as one goes: choices at once, words when the field is left or the form goes away. What somebody else
 * changed meanwhile shows in every field that is not being written in; a refused change keeps the words that were typed.
 */
export const useLive = <D extends Draft>(saved: D, send: Send<D>): Live<D> => {
  const [state, setState] = useState<State<D>>({ draft: saved, base: saved })
  const [seen, setSeen] = useState(saved)
  const [failure, setFailure] = useState<Failure | null>(null)
  if (!same(seen, saved)) {
    setSeen(saved)
    setState(follow(state, saved))
  }
  const submit = (draft: D, base: D): void => {
    const changes = changesBetween(base, draft)
    if (Object.keys(changes).length === 0) return setState({ draft, base })
    setState({ draft, base: draft })
    void send(changes, base).then((done) => {
      setFailure(done.ok ? null : done.error)
      if (done.ok) return
      // What was refused counts as unsaved again, so that nothing overwrites it.
      const refused: Partial<D> = {}
      for (const key of Object.keys(changes) as (keyof D)[]) refused[key] = base[key]
      setState((now) => ({ draft: now.draft, base: { ...now.base, ...refused } }))
    })
    return undefined
  }
  const leave = useRef<() => void>(() => undefined)
  useEffect(() => {
    leave.current = () => {
      const changes = changesBetween(state.base, state.draft)
      if (Object.keys(changes).length > 0 && failure === null) void send(changes, state.base)
    }
  })
  useEffect(() => () => leave.current(), [])
  return {
    draft: state.draft,
    failure,
    type: (part) => setState({ ...state, draft: { ...state.draft, ...part } }),
    choose: (part) => submit({ ...state.draft, ...part }, state.base),
    commit: () => submit(state.draft, state.base),
    keepMine: () => submit(state.draft, saved),
    takeTheirs: () => {
      setFailure(null)
      setState({ draft: saved, base: saved })
    },
  }
}

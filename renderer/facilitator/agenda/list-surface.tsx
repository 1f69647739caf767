import { useEffect, useRef, useState } from 'react'
import { useCarryTarget } from '../dnd/carry-provider'
import type { CarrySurface } from '../dnd/carry-surface'
import { agendaSurface } from './agenda-surface'
import type { AgendaParts, AgendaSpot } from './agenda-surface'
import './list-surface.css'

/** One surface for as long as the list shows, since it remembers what is in the air; its parts are always the newest. */
export const useListSurface = (parts: AgendaParts): CarrySurface<AgendaSpot> => {
  const newest = useRef(parts)
  useEffect(() => {
    newest.current = parts
  })
  const [surface] = useState(() =>
    agendaSurface({
      list: () => newest.current.list(),
      ids: () => newest.current.ids(),
      onDrop: (id, before, by) => newest.current.onDrop(id, before, by),
      say: (index) => newest.current.say(index),
    }),
  )
  return surface
}

/** The line where what is carried would land; inside the provider, beside the list. */
export const ListTarget = () => {
  useCarryTarget('agenda')
  return <div className="drop-line list-drop" hidden aria-hidden="true" />
}

import { useState } from 'react'
import { keep, kept } from '../../shared/lib/storage'

const DEFAULT = '09:00'

/** The planned beginning, in minutes of the day and as text; kept on this computer for this session. */
export const useBegin = (
  sessionId: string,
): { readonly begin: number; readonly text: string; readonly setText: (text: string) => void } => {
  const key = `agenda-begin-${sessionId}`
  const [text, setText] = useState(() => kept(key) ?? DEFAULT)
  const [hours = '9', minutes = '0'] = (/^\d{2}:\d{2}$/.test(text) ? text : DEFAULT).split(':')
  return {
    begin: Number(hours) * 60 + Number(minutes),
    text,
    setText: (next) => {
      setText(next)
      keep(key, next)
    },
  }
}

import { useEffect, useState } from 'preact/hooks'

export type Reader = { readonly reading: boolean; readonly toggle: () => void }

/** A voice that speaks on the phone itself: others would send the words to a company. */
const localVoice = (lang: string): SpeechSynthesisVoice | null =>
  typeof speechSynthesis === 'undefined'
    ? null
    : (speechSynthesis.getVoices().find((voice) => voice.localService && voice.lang.toLowerCase().startsWith(lang)) ??
      null)

/** Reads the main part of the page aloud; null where the phone cannot do it by itself, then there is no button. */
export const useReader = (lang: string): Reader | null => {
  const [voice, setVoice] = useState(() => localVoice(lang))
  const [reading, setReading] = useState(false)
  useEffect(() => {
    if (typeof speechSynthesis === 'undefined') return undefined
    const look = (): void => setVoice(localVoice(lang))
    look()
    // Many browsers load their voices late.
    speechSynthesis.addEventListener('voiceschanged', look)
    return () => {
      speechSynthesis.removeEventListener('voiceschanged', look)
      speechSynthesis.cancel()
    }
  }, [lang])
  if (!voice) return null
  const toggle = (): void => {
    speechSynthesis.cancel()
    if (reading) {
      setReading(false)
      return
    }
    const words = new SpeechSynthesisUtterance(document.querySelector('main')?.innerText ?? '')
    words.voice = voice
    words.lang = voice.lang
    words.addEventListener('end', () => setReading(false))
    speechSynthesis.speak(words)
    setReading(true)
  }
  return { reading, toggle }
}

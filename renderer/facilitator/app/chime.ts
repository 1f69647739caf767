/** Two soft tones, high then low, well under a second each; quiet enough to speak over. */
const TONES = [
  { hertz: 659.26, at: 0, seconds: 0.7 },
  { hertz: 523.25, at: 0.28, seconds: 1.1 },
] as const
const LOUDNESS = 0.16

let shared: AudioContext | null = null

const contextOf = (): AudioContext | null => {
  if (typeof AudioContext === 'undefined') return null
  shared ??= new AudioContext()
  return shared
}

/** The sound at the end of a timer. Where the browser does not let it sound, nothing happens: it never stops the work. */
export const playChime = async (): Promise<void> => {
  try {
    const context = contextOf()
    if (context === null) return
    if (context.state === 'suspended') await context.resume()
    for (const { hertz, at, seconds } of TONES) {
      const tone = context.createOscillator()
      const volume = context.createGain()
      const from = context.currentTime + at
      tone.frequency.value = hertz
      volume.gain.setValueAtTime(0, from)
      volume.gain.linearRampToValueAtTime(LOUDNESS, from + 0.02)
      volume.gain.exponentialRampToValueAtTime(0.0001, from + seconds)
      tone.connect(volume).connect(context.destination)
      tone.start(from)
      tone.stop(from + seconds)
    }
  } catch {
    // No sound device, or sound is not allowed: the words on the page say the same.
  }
}

import { configure } from '@testing-library/dom'

/** happy-dom measures nothing: what observes sizes is told nothing, instead of failing. */
class SilentObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

globalThis.ResizeObserver ??= SilentObserver

// Lazy places are compiled when first opened: on a busy machine that takes longer than the default of one second.
configure({ asyncUtilTimeout: 20_000 })

import type { OpenWire, Wire } from './wire'

declare global {
  interface Window {
    /** Put there by the page around a framed projector: what that page would show, as if it came from the host. */
    polyphonyPicture?: ((groupId: string | null) => Wire) | undefined
  }
}

/** The way to the page around this one; null where this page stands alone. */
export const framedWire = (groupId: string | null): OpenWire | null => {
  if (window.parent === window) return null
  const open = window.parent.polyphonyPicture
  return open === undefined ? null : () => open(groupId)
}

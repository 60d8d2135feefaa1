import { Component, Suspense, type ReactNode } from "react";

interface QuietlyProps {
  /** Stands there while the part is on its way. */
  meanwhile?: ReactNode;
  children: ReactNode;
}

/** A part that comes later and may not come at all: what is around it does not break with it. */
export class Quietly extends Component<QuietlyProps, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    if (this.state.broken) return null;
    return <Suspense fallback={this.props.meanwhile}>{this.props.children}</Suspense>;
  }
}

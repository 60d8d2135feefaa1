import type { ReactNode } from "react";
import { cx } from "@/lib/cx";

interface IconProps {
  className?: string;
}

function icon(children: ReactNode) {
  return function Icon({ className }: IconProps) {
    return (
      <svg
        viewBox="0 0 16 16"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
        focusable="false"
        className={cx("size-4 shrink-0", className)}
      >
        {children}
      </svg>
    );
  };
}

export const InboxIcon = icon(
  <>
    <path d="M2 9.5 3.6 3.6A1.5 1.5 0 0 1 5 2.5h6a1.5 1.5 0 0 1 1.4 1.1L14 9.5v2.5a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 2 12Z" />
    <path d="M2 9.5h3.2l1 1.8h3.6l1-1.8H14" />
  </>,
);
export const AgentsIcon = icon(
  <>
    <path d="M8 1.8 13.4 4.9v6.2L8 14.2l-5.4-3.1V4.9Z" />
    <circle cx="8" cy="8" r="1.9" fill="currentColor" stroke="none" />
  </>,
);
export const KnowledgeIcon = icon(
  <path d="M8 4.2C6.8 3.2 5 2.800 2 2.800v9.400c3 0 4.800.4 6 1.400 1.200-1 3-1.400 6-1.400V2.800c-3 0-4.800.4-6 1.400Zm0 0v9.400" />,
);
export const SettingsIcon = icon(
  <>
    <path d="M2 4.500h5.500M11.500 4.500H14M2 11.500h2.500M8.500 11.500H14" />
    <circle cx="9.500" cy="4.500" r="2" />
    <circle cx="6.500" cy="11.500" r="2" />
  </>,
);
export const AnalyticsIcon = icon(<path d="M2.500 13.500h11M4.500 11V8M8 11V3.500M11.500 11V6" />);
export const DownloadIcon = icon(<path d="M8 2.500v8m0 0 3.200-3.200M8 10.500 4.800 7.300M2.500 10.500v3h11v-3" />);
export const FileIcon = icon(
  <path d="M9 2H4.500A1.500 1.500 0 0 0 3 3.500v9A1.500 1.500 0 0 0 4.500 14h7a1.500 1.500 0 0 0 1.500-1.500V6ZM9 2v4h4" />,
);
export const ClipIcon = icon(<path d="M12 6v4.500a4 4 0 0 1-8 0V4.500a2.500 2.500 0 0 1 5 0v6a1 1 0 0 1-2 0V5" />);
export const PlusIcon = icon(<path d="M8 3v10M3 8h10" />);
export const SearchIcon = icon(
  <>
    <circle cx="7" cy="7" r="4.2" />
    <path d="m10.200 10.200 3.300 3.300" />
  </>,
);
export const UploadIcon = icon(<path d="M8 10.500V2.500m0 0L4.800 5.700M8 2.500l3.200 3.200M2.500 10.500v3h11v-3" />);
export const TrashIcon = icon(<path d="M2.500 4h11M6 4V2.500h4V4m-6.200 0 .7 9.500h7L12.200 4" />);
export const AgainIcon = icon(<path d="M13 8a5 5 0 1 1-1.500-3.600L13 6M13 2.800V6H9.800" />);
export const BackIcon = icon(<path d="M9.5 3 4.5 8l5 5" />);
export const SendIcon = icon(<path d="M8 13V3m0 0L3.8 7.2M8 3l4.2 4.2" />);
export const ReturnIcon = icon(<path d="M6 3.5 2.5 7 6 10.5M2.5 7H10a3.5 3.5 0 0 1 0 6.5H8" />);
export const CheckIcon = icon(<path d="m3 8.5 3.2 3.2L13 4.8" />);
export const FilterIcon = icon(<path d="M2.500 4.500h11M4.800 8h6.400M6.800 11.500h2.400" />);
export const CheckListIcon = icon(<path d="m2 4.500 1.300 1.300L5.800 3.300M2 11l1.300 1.300 2.500-2.500M8.500 4.500H14M8.500 11H14" />);
export const CloseIcon = icon(<path d="m4 4 8 8m0-8-8 8" />);
export const DownIcon = icon(<path d="M8 3v10m0 0 4.2-4.2M8 13 3.8 8.8" />);
export const ChevronIcon = icon(<path d="m6 4 4 4-4 4" />);
export const AlertIcon = icon(
  <>
    <path d="M8 2.2 14.3 13H1.7Z" />
    <path d="M8 6.5v3m0 1.9v.1" />
  </>,
);
export const NoteIcon = icon(<path d="M3 2.500h10v7.500l-3.500 3.500H3Zm6.500 11V10H13M5.500 5.500h5M5.500 8h3" />);
export const PersonIcon = icon(<path d="M8 8a2.800 2.800 0 1 0 0-5.600A2.800 2.800 0 0 0 8 8Zm-5.200 5.600a5.200 5.200 0 0 1 10.400 0" />);
export const AssignIcon = icon(<path d="M6.500 8a2.600 2.600 0 1 0 0-5.200 2.600 2.600 0 0 0 0 5.200Zm-5 5.400a5 5 0 0 1 10 0M13 4.800v4M11 6.800h4" />);
export const LinkOutIcon = icon(<path d="M6 3.5H3.5v9h9V10M9 3h4v4m0-4L7.5 8.5" />);
export const KeyboardIcon = icon(
  <>
    <rect x="1.5" y="4" width="13" height="8" rx="1.5" />
    <path d="M4.2 6.6h.1m2.4 0h.1m2.4 0h.1m2.4 0h.1M5 9.5h6" />
  </>,
);
export const EyeIcon = icon(
  <>
    <path d="M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8Z" />
    <circle cx="8" cy="8" r="2" />
  </>,
);
export const EyeOffIcon = icon(
  <path d="M6.3 3.7A6.7 6.7 0 0 1 8 3.5c4 0 6.5 4.5 6.5 4.500a11 11 0 0 1-1.6 2.100M9.4 9.400A2 2 0 0 1 6.6 6.600M4.1 4.700A10.6 10.6 0 0 0 1.5 8S4 12.5 8 12.500a6.5 6.5 0 0 0 2.9-.7M2 2l12 12" />,
);

/** Status marks differ by shape, not by colour alone. */
export const AgentMark = icon(
  <>
    <path d="M8 1.8 13.4 4.900v6.200L8 14.200l-5.4-3.100V4.900Z" />
    <circle cx="8" cy="8" r="1.9" fill="currentColor" stroke="none" />
  </>,
);
export const WaitingMark = icon(
  <>
    <circle cx="8" cy="8" r="6.1" />
    <path d="M8 4.600V8l2.3 1.5" />
  </>,
);
export const OperatorMark = icon(
  <>
    <circle cx="8" cy="5.3" r="2.7" />
    <path d="M2.8 13.600c.5-2.8 2.6-4.3 5.2-4.300s4.7 1.5 5.2 4.3" />
  </>,
);
export const ClosedMark = icon(
  <>
    <circle cx="8" cy="8" r="6.1" />
    <path d="m5.4 8.2 1.8 1.8 3.4-3.7" />
  </>,
);

export const ProgressMark = icon(
  <>
    <circle cx="8" cy="8" r="6.1" className="opacity-35" />
    <path d="M8 1.900A6.100 6.100 0 0 1 14.100 8" />
  </>,
);

export function Logo({ className }: IconProps) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false" className={className}>
      <rect width="32" height="32" rx="9" className="fill-accent" />
      <path
        className="fill-on-accent"
        fillRule="evenodd"
        d="M16 7a9 9 0 1 0 4.6 16.700L25 25l-1.3-4.400A9 9 0 0 0 16 7Zm0 4.500a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9Z"
      />
    </svg>
  );
}
export const BellIcon = icon(
  <path d="M3 11.500h10l-1.300-2V6.700a3.700 3.700 0 0 0-7.400 0v2.800ZM6.600 13.800a1.500 1.500 0 0 0 2.800 0" />,
);

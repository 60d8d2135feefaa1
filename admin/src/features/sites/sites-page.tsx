import { useParams } from "react-router";
import { SiteList } from "./site-list";
import { SitePage } from "./site-page";

/** The list of sites or, by the rest of the address, one of them. */
export function SitesPage() {
  const { "*": rest = "" } = useParams();
  const [id, part] = rest.split("/");
  return id ? <SitePage key={id} id={id} part={part} /> : <SiteList />;
}

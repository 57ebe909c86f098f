; Not run by us so far: nobody among us has Windows.
; The installer, for one user without an administrator: called by build.ps1 with /DVersion=…
[Setup]
AppId=org.nnviz.nnviz
AppName=nnviz
AppVersion={#Version}
AppPublisher=nnviz contributors
DefaultDirName={autopf}\nnviz
DefaultGroupName=nnviz
PrivilegesRequired=lowest
LicenseFile=..\..\LICENSE
OutputDir=..\..\dist
OutputBaseFilename=nnviz-{#Version}-windows
Compression=lzma2/max
SolidCompression=yes
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
ChangesAssociations=yes
UninstallDisplayIcon={app}\nnviz.exe

[Files]
Source: "..\..\build\package\dist\nnviz\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{group}\nnviz"; Filename: "{app}\nnviz.exe"

[Registry]
Root: HKA; Subkey: "Software\Classes\.nnviz"; ValueType: string; ValueData: "nnviz.session"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\nnviz.session"; ValueType: string; ValueData: "nnviz session"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\nnviz.session\shell\open\command"; ValueType: string; ValueData: """{app}\nnviz.exe"" ""%1"""
Root: HKA; Subkey: "Software\Classes\.nnviz-run"; ValueType: string; ValueData: "nnviz.recording"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\nnviz.recording"; ValueType: string; ValueData: "nnviz recording of a training run"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\nnviz.recording\shell\open\command"; ValueType: string; ValueData: """{app}\nnviz.exe"" ""%1"""
